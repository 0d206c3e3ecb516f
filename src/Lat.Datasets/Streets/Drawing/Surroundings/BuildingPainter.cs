using Lat.Core;

namespace Lat.Datasets;

/// <summary>Houses along the street, with rows of windows, shop fronts and roofs.</summary>
internal static class BuildingPainter
{
    private static readonly Paint Pane = Paint.Of(0x39444F);
    private static readonly Paint Lit = Paint.Of(0xFFD78A);
    private static readonly int[] Awnings = [0x9A2F2F, 0x2F5E8C, 0x3D6B45, 0xB8862B, 0x6A4B7A];

    public static void Draw(SolidBrush brush, SceneryItem house, RandomStream random)
    {
        double half = house.Length / 2, width = house.Width / 2, top = house.Height;
        var paint = Paint.Of(house.Color);
        brush.Block(-half, half, width, 0, top, paint);
        brush.SidePanel(-half, half, top - 0.35, top, width, paint.Scale(0.72f));
        var floors = Math.Max(1, (int)((top - 3.6) / 3));
        var columns = Math.Max(2, (int)(house.Length / 2.6));
        for (var floor = 0; floor < floors; floor++)
        {
            var sill = 4.1 + (floor * 3);
            for (var column = 0; column < columns; column++)
            {
                var middle = -half + (house.Length * (column + 0.5) / columns);
                var pane = IsLit(brush, random) ? Lit : Pane.Scale((float)random.NextDouble(0.8, 1.25));
                brush.SidePanel(middle - 0.55, middle + 0.55, sill, sill + 1.6, width, pane);
            }
        }

        GroundFloor(brush, house, half, width, random);
        FrontWall(brush, house, half, width, floors, random);
    }

    private static void GroundFloor(SolidBrush brush, SceneryItem house, double half, double width, RandomStream random)
    {
        var paint = Paint.Of(house.Color);
        brush.SidePanel(-half, half, 0, 0.5, width, paint.Scale(0.6f));
        var isShop = house.Variant % 2 == 0;
        var doors = Math.Max(2, (int)(house.Length / 3.4));
        for (var door = 0; door < doors; door++)
        {
            double from = -half + (house.Length * door / doors) + 0.4, to = -half + (house.Length * (door + 1) / doors) - 0.4;
            if (isShop)
            {
                brush.SidePanel(from, to, 0.5, 2.6, width, random.NextBool(0.5) || IsLit(brush, random) ? Lit.Scale(0.75f) : Pane);
            }
            else
            {
                brush.SidePanel(from + 0.3, from + 1.3, 0, 2.2, width, paint.Scale(0.45f));
                brush.SidePanel(to - 1.2, to - 0.1, 1.0, 2.3, width, Pane);
            }
        }

        if (isShop)
        {
            brush.SidePanel(-half + 0.2, half - 0.2, 2.7, 3.3, width, Paint.Of(Awnings[house.Variant / 2 % Awnings.Length]));
        }
    }

    private static void FrontWall(SolidBrush brush, SceneryItem house, double half, double width, int floors, RandomStream random)
    {
        var columns = Math.Max(1, (int)(house.Width / 3));
        for (var floor = 0; floor < floors; floor++)
        {
            var sill = 4.1 + (floor * 3);
            for (var column = 0; column < columns; column++)
            {
                var middle = -width + (house.Width * (column + 0.5) / columns);
                var pane = IsLit(brush, random) ? Lit : Pane;
                brush.EndPanel(-half, middle - 0.6, middle + 0.6, sill, sill + 1.6, pane);
            }
        }
    }

    private static bool IsLit(SolidBrush brush, RandomStream random) => random.NextBool(brush.Scene.Atmosphere.IsDusk ? 0.4 : 0.04);
}
