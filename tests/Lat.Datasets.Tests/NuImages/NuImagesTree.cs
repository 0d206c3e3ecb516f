namespace Lat.Datasets.Tests;

/// <summary>nuImages as its archives unpack, in miniature: two cameras, one sweep, one frame each.</summary>
internal static class NuImagesTree
{
    public const string Front = "samples/CAM_FRONT/a.jpg";

    public static DatasetTree With(params string[] annotations) => new DatasetTree()
        .WriteImage(Front)
        .WriteImage("samples/CAM_BACK/b.jpg")
        .Write("v1.0-train/category.json", $"[{string.Join(",", NuImagesFormat.Format.Documentation.Classes!.Classes.Select((name, index) => $$"""{"token": "c{{index}}", "name": "{{name}}", "description": ""}"""))}, " + """
            {"token": "c90", "name": "flat.driveable_surface", "description": ""}, {"token": "c91", "name": "vehicle.ego"}, {"token": "c92", "name": "vehicle.hovercraft"}]
            """)
        .Write("v1.0-train/sensor.json", """[{"token": "s1", "channel": "CAM_FRONT", "modality": "camera"}, {"token": "s2", "channel": "CAM_BACK", "modality": "camera"}]""")
        .Write("v1.0-train/calibrated_sensor.json", """[{"token": "k1", "sensor_token": "s1"}, {"token": "k2", "sensor_token": "s2"}]""")
        .Write("v1.0-train/sample.json", """[{"token": "m1", "timestamp": 5, "log_token": "l1", "key_camera_token": "f1"}]""")
        .Write("v1.0-train/sample_data.json", $"[{Frame("f1", Front, "k1", 5)}, {Frame("f2", "samples/CAM_BACK/b.jpg", "k2", 6)}, {Frame("f0", "sweeps/CAM_FRONT/c.jpg", "k1", 4, isKey: false)}]")
        .Write("v1.0-train/object_ann.json", $"[{string.Join(",", annotations)}]");

    public static string Frame(string token, string name, string sensor, long time, bool isKey = true, string size = "\"width\": 1600, \"height\": 900") =>
        $$"""{"token": "{{token}}", "sample_token": "m1", "ego_pose_token": "e", "calibrated_sensor_token": "{{sensor}}", "filename": "{{name}}", "fileformat": "jpg", {{size}}, "timestamp": {{time}}, "is_key_frame": {{(isKey ? "true" : "false")}}, "prev": "", "next": ""}""";

    public static string Annotation(string token, int category, string frame, string box) =>
        $$"""{"token": "{{token}}", "category_token": "c{{category}}", "bbox": {{box}}, "mask": null, "attribute_tokens": [], "sample_data_token": "{{frame}}"}""";
}
