namespace Lat.Reports;

/// <summary>Images and their labels side by side, to look through by mouse or keyboard.</summary>
internal static class ViewerSection
{
    public static PageSection Of(PageContent content) => new(
        "images",
        "Images",
        "A source’s images with its own labels, those that each method made of them in the target’s label space, and the true ones where they are known. Dashed boxes are not shared: by the truth where it is known, else by the other method.",
        content.Viewer.Transfers.Count == 0
            ? PageSection.Absent("The images and labels of the transfers are not at hand, so there is nothing to look at.")
            : HtmlFragment.Of($"{Frame}{PageJson.Block("viewer-data", Data(content.Viewer))}"));

    private static HtmlFragment Frame => HtmlFragment.Of(
        $"""
        <noscript><p class="absent">The images need JavaScript.</p></noscript>
        <div class="viewer" id="viewer" hidden>
        <form class="controls" aria-label="What is shown">
        <label>Transfer <select id="viewer-transfer"></select></label>
        <label>Class <select id="viewer-class"></select></label>
        <label>Boxes <select id="viewer-agreement"><option value="">all</option><option value="differ">not shared</option><option value="2">of another class</option><option value="3">without a counterpart</option></select></label>
        <label>Score at least <span class="range"><input id="viewer-score" type="range" min="0.05" max="1" step="0.05"><output id="viewer-score-text"></output></span></label>
        </form>
        <div id="viewer-stage" class="stage" tabindex="0" role="group" aria-label="Labels side by side" aria-describedby="viewer-keys">
        <div class="stage-bar"><button type="button" id="viewer-previous" aria-label="Previous image">←</button><p id="viewer-title" aria-live="polite"></p><button type="button" id="viewer-next" aria-label="Next image">→</button></div>
        <div class="panels" id="viewer-panels"></div>
        </div>
        <p class="box-status" id="viewer-status" role="status"></p>
        <div class="thumbs" id="viewer-thumbs" role="group" aria-label="Images"></div>
        <p class="keys" id="viewer-keys"><kbd>←</kbd> <kbd>→</kbd> images · <kbd>N</kbd> <kbd>P</kbd> boxes · <kbd>D</kbd> only what is not shared · <kbd>−</kbd> <kbd>+</kbd> score</p>
        <details class="more"><summary>The boxes as a table</summary><div class="scroll" role="region" tabindex="0" aria-label="Boxes"><table><caption class="unseen">Boxes of this image</caption><thead><tr><th scope="col">labels</th><th scope="col">class</th><th scope="col" class="number">score</th><th scope="col">origin</th><th scope="col">shared</th><th scope="col" class="number">box</th></tr></thead><tbody id="viewer-rows"></tbody></table></div></details>
        </div>

        """);

    private static object Data(ViewerContent viewer)
    {
        var places = viewer.Images.Select((image, index) => KeyValuePair.Create((image.Dataset, image.FileName), index)).ToDictionary();
        return new
        {
            images = viewer.Images.Select(image => new
            {
                dataset = image.Dataset.Value,
                name = image.FileName,
                w = image.Size.Width,
                h = image.Size.Height,
                src = $"data:image/jpeg;base64,{Convert.ToBase64String(image.Jpeg.AsSpan())}",
            }),
            transfers = viewer.Transfers.Select(transfer => new
            {
                source = transfer.Source.Value,
                target = transfer.Target.Value,
                sourceClasses = transfer.SourceSpace.Classes.Select(name => name.Value),
                targetClasses = transfer.TargetSpace.Classes.Select(name => name.Value),
                threshold = transfer.Threshold,
                items = transfer.Items.Where(item => places.ContainsKey((transfer.Source, item.FileName))).Select(item => new
                {
                    image = places[(transfer.Source, item.FileName)],
                    differ = item.Disagreements,
                    typical = item.IsTypical,
                    panels = item.Panels.Select(panel => new { name = panel.Name, source = panel.IsSource, boxes = panel.Boxes.Select(Box) }),
                }),
            }),
        };
    }

    /// <summary>x1, y1, x2, y2, class, score, origin, agreement.</summary>
    private static double[] Box(ViewerBox box) =>
    [
        Math.Round(box.Label.Box.X1, 1),
        Math.Round(box.Label.Box.Y1, 1),
        Math.Round(box.Label.Box.X2, 1),
        Math.Round(box.Label.Box.Y2, 1),
        box.Label.ClassIndex,
        Math.Round(box.Label.Confidence, 3),
        (int)box.Label.Origin,
        (int)box.Agreement,
    ];
}
