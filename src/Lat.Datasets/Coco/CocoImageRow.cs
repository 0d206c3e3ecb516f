using Lat.Core;

namespace Lat.Datasets;

/// <summary>An image of a COCO file as the file has it.</summary>
/// <param name="Index">The position in `images`, from 0.</param>
/// <param name="Id">`id`.</param>
/// <param name="FileName">`file_name`.</param>
/// <param name="Size">`width` and `height`, at least 1 pixel each; null where they are less.</param>
/// <param name="Frame">`video_id` and `frame_id`, as video datasets in COCO's form have them; null elsewhere.</param>
internal readonly record struct CocoImageRow(long Index, long Id, string FileName, ImageSize? Size, FrameKey? Frame);
