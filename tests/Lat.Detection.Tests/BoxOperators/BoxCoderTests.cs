namespace Lat.Detection.Tests;

public class BoxCoderTests
{
    private static readonly BoxCoder Coder = new([10, 10, 5, 5]);

    [Fact]
    public void TorchvisionEncodesAndDecodesTheSame()
    {
        var golden = Golden.Read("box-coder.json");
        var references = golden.Floats("references");
        var values = new float[references.Length];
        Coder.Encode(references, golden.Floats("targets"), values);
        Golden.AssertClose(golden.Floats("encoded"), values, 1e-4f);
        Coder.Decode(references, golden.Floats("offsets"), values);
        Golden.AssertClose(golden.Floats("decoded"), values, 1e-3f);
    }

    [Fact]
    public void DecodingUndoesEncoding()
    {
        var random = new Seed(5).ToStream();
        var (references, targets) = (Some.Boxes(40, random), Some.Boxes(40, random));
        var (offsets, decoded) = (new float[160], new float[160]);
        Coder.Encode(references, targets, offsets);
        Coder.Decode(references, offsets, decoded);
        Golden.AssertClose(targets, decoded, 1e-2f);
    }

    [Fact]
    public void ClippedBoxesLieInTheImage()
    {
        float[] boxes = [-5, -5, 30, 30, 3, 4, 5, 6];
        BoxCoder.Clip(boxes, new ImageSize(20, 10));
        Assert.Equal([0, 0, 20, 10, 3, 4, 5, 6], boxes);
    }
}
