namespace Lat.Reports;

/// <summary>A card for every dataset.</summary>
internal static class DatasetSection
{
    public static PageSection Of(PageContent content) => new(
        "datasets",
        "Datasets",
        "What each dataset annotates, in its own label space. Bars show how many boxes; sizes of classes are medians in the training set, in the pixels that are trained on.",
        content.Datasets.Count == 0
            ? PageSection.Absent("The annotations are not at hand, so there are no cards.")
            : HtmlFragment.Of($"""<div class="cards">{content.Datasets.Select(Card)}</div>"""));

    /// <summary>The size of a class's boxes.</summary>
    internal static string Size(DatasetClass item) =>
        double.IsNaN(item.MedianWidth) ? Points.Absent : FormattableString.Invariant($"{item.MedianWidth:0} × {item.MedianHeight:0}");

    private static HtmlFragment Card(DatasetCard card) => HtmlFragment.Of(
        $"""
        <article class="card{(card.Import is null ? "" : " broad")}" aria-labelledby="dataset-{card.Dataset.Value}">
        <h3 id="dataset-{card.Dataset.Value}">{card.Dataset.Value} <span class="muted">{card.Import?.Train.Title ?? card.Kind}</span></h3>
        <dl class="facts"><div><dt>training images</dt><dd>{card.TrainImages}</dd></div><div><dt>validation images</dt><dd>{card.ValidationImages}</dd></div><div><dt>boxes</dt><dd>{card.Import?.Train.Boxes ?? card.Classes.Sum(item => item.TrainBoxes)}</dd></div><div><dt>classes</dt><dd>{card.Classes.Count}</dd></div></dl>
        <div class="pictures" data-dataset="{card.Dataset.Value}"></div>
        {(card.Import is { } import ? ImportMarkup.Of(card, import) : Classes(card))}
        </article>

        """);

    private static HtmlFragment Classes(DatasetCard card)
    {
        var most = card.Classes.Select(item => item.TrainBoxes).Append(1).Max();
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Classes of {card.Dataset.Value}"><table class="tight">
            <caption class="unseen">Classes of {card.Dataset.Value}</caption>
            <thead><tr><th scope="col">class</th><th scope="col" class="number">boxes</th><th scope="col" class="number">size</th></tr></thead>
            <tbody>{card.Classes.Select(item => Row(item, most))}</tbody></table></div>
            """);
    }

    private static HtmlFragment Row(DatasetClass item, int most) => HtmlFragment.Of(
        $"""<tr><th scope="row">{TableMarkup.Name(item.ClassName.Value)}</th><td class="number bar" style="--part:{(double)item.TrainBoxes / most:0.###}">{item.TrainBoxes}</td><td class="number muted">{Size(item)}</td></tr>""");
}
