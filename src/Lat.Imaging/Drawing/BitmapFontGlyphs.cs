namespace Lat.Imaging;

/// <summary>The dots of the letters: a row is a digit to base 32 (0-9, a-v) whose five bits are its dots; seven rows a letter.</summary>
internal static class BitmapFontGlyphs
{
    private const char First = ' ';
    private const char Last = '~';

    private const string Rows =
        "0000000" + "4444404" + "aa00000" + "aavavaa" + "4fke5u4" + "oo248j3" + "8kk8lid" + "4480000" + // ' ' ! " # $ % & '
        "2488842" + "8422248" + "04le5l4" + "044v440" + "0000448" + "000v000" + "0000066" + "0112480" + // ( ) * + , - . /
        "ehjlphe" + "4c4444e" + "eh1248v" + "v2421he" + "26aiv22" + "vgu11he" + "68guhhe" + "v124888" + // 0 to 7
        "ehhehhe" + "ehhf12c" + "0660660" + "0660448" + "248g842" + "00v0v00" + "8421248" + "eh12404" + // 8 9 : ; < = > ?
        "eh1dlle" + "ehhvhhh" + "uhhuhhu" + "ehggghe" + "sihhhis" + "vgguggv" + "vgguggg" + "ehgnhhf" + // @ A to G
        "hhhvhhh" + "e44444e" + "72222ic" + "hikokih" + "ggggggv" + "hrllhhh" + "hhpljhh" + "ehhhhhe" + // H to O
        "uhhuggg" + "ehhhlid" + "uhhukih" + "fgge11u" + "v444444" + "hhhhhhe" + "hhhhha4" + "hhhllla" + // P to W
        "hha4ahh" + "hhha444" + "v1248gv" + "e88888e" + "0g84210" + "e22222e" + "4ah0000" + "000000v" + // X Y Z [ \ ] ^ _
        "8420000" + "00e1fhf" + "ggmphhu" + "00egghe" + "11djhhf" + "00ehvge" + "698s888" + "0fhhf1e" + // ` a to g
        "ggmphhh" + "40c444e" + "20622ic" + "ggikoki" + "c44444e" + "00qllhh" + "00mphhh" + "00ehhhe" + // h to o
        "00uhugg" + "00djf11" + "00mpggg" + "00ege1u" + "88s8896" + "00hhhjd" + "00hhha4" + "00hhlla" + // p to w
        "00ha4ah" + "00hhf1e" + "00v248v" + "2448442" + "4444444" + "8442448" + "008l200"; // x y z { | } ~

    /// <summary>The dots of a letter's row, the leftmost in the highest of five bits.</summary>
    public static int RowOf(char letter, int row)
    {
        var known = letter is >= First and <= Last ? letter : '?';
        var digit = Rows[((known - First) * BitmapFont.GlyphHeight) + row];
        return digit <= '9' ? digit - '0' : digit - 'a' + 10;
    }
}
