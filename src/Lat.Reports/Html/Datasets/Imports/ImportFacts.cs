namespace Lat.Reports;

/// <summary>What the card of one import says (`card.json`): sizes are those of the files, and broken images are not counted.</summary>
/// <param name="Title">The format's name as its authors write it (`COCO JSON`).</param>
/// <param name="Licence">A note on the licence.</param>
/// <param name="Convention">How boxes are drawn.</param>
/// <param name="Images">Images that were imported.</param>
/// <param name="ImagesWithoutBoxes">Those of them without any box.</param>
/// <param name="Sequences">Videos; 0 where images are single photographs.</param>
/// <param name="Boxes">Boxes of all classes, crowds and ignored ones included.</param>
/// <param name="CrowdShare">The part of the boxes that are crowds, 0 to 1.</param>
/// <param name="Classes">In the order of the label space.</param>
/// <param name="BoxSides">Boxes by the square root of their area, smallest first.</param>
/// <param name="IdenticalImages">Images whose files are the same to the last byte.</param>
/// <param name="SimilarImages">Images that look alike, identical ones included.</param>
/// <param name="BrokenImages">Images that cannot be decoded and were left out.</param>
/// <param name="Warnings">What was wrong in the labels but tolerated.</param>
public sealed record ImportFacts(
    string Title,
    string Licence,
    BoxConvention Convention,
    int Images,
    int ImagesWithoutBoxes,
    int Sequences,
    int Boxes,
    double CrowdShare,
    EquatableArray<ImportedClass> Classes,
    EquatableArray<BoxSideCount> BoxSides,
    RepeatedImages IdenticalImages,
    RepeatedImages SimilarImages,
    NamedFaults BrokenImages,
    NamedFaults Warnings);
