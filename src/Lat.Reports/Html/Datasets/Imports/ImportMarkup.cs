namespace Lat.Reports;

/// <summary>What the card of a dataset from disk shows beside a generated one's: classes and sizes as the files have them, findings, convention, licence.</summary>
internal static class ImportMarkup
{
    public static HtmlFragment Of(DatasetCard card, DatasetImport import) => HtmlFragment.Of(
        $"""
        <div class="parts"><div>{Classes(card, import)}</div><div>{Sizes(card, import)}</div>
        <div>{TableMarkup.Of(ImportFindingTable.Build(import), "What the import found")}{ImportNames.Of(import)}</div>
        <div>{Convention(import.Train)}</div></div>
        """);

    private static HtmlFragment Classes(DatasetCard card, DatasetImport import)
    {
        var rows = import.Train.Classes.Select(item => (item.Name, Train: item, Validation: import.Validation.Classes.FirstOrDefault(other => other.Name == item.Name) ?? new ImportedClass(item.Name, 0, 0, 0))).ToList();
        var (most, mostValidation) = (rows.Select(row => row.Train.Boxes).Append(1).Max(), rows.Select(row => row.Validation.Boxes).Append(1).Max());
        var hasCrowds = rows.Exists(row => row.Train.Crowds + row.Validation.Crowds > 0);
        var hasIgnored = rows.Exists(row => row.Train.Ignored + row.Validation.Ignored > 0);
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Classes of {card.Dataset.Value}"><table class="tight">
            <caption>Boxes by class</caption>
            <thead><tr><th scope="col">class</th><th scope="col" class="number">training</th><th scope="col" class="number">validation</th>{Head(hasCrowds, "crowds in both")}{Head(hasIgnored, "ignored in both")}<th scope="col" class="number">size</th></tr></thead>
            <tbody>{rows.Select(row => HtmlFragment.Of(
                $"""<tr><th scope="row">{TableMarkup.Name(row.Name)}</th>{Bar(row.Train.Boxes, most)}{Bar(row.Validation.Boxes, mostValidation)}{Cell(hasCrowds, row.Train.Crowds + row.Validation.Crowds)}{Cell(hasIgnored, row.Train.Ignored + row.Validation.Ignored)}<td class="number muted">{(card.Classes.FirstOrDefault(item => item.ClassName.Value == row.Name) is { } known ? DatasetSection.Size(known) : Points.Absent)}</td></tr>"""))}</tbody></table></div>

            """);
    }

    private static HtmlFragment Sizes(DatasetCard card, DatasetImport import)
    {
        var (train, validation) = (Counts(import.Train), Counts(import.Validation));
        var (most, mostValidation) = (train.Values.Append(1).Max(), validation.Values.Append(1).Max());
        var steps = train.Keys.Union(validation.Keys).Order().ToList();
        return HtmlFragment.Of(
            $"""
            <div class="scroll" role="region" tabindex="0" aria-label="Box sizes of {card.Dataset.Value}"><table class="tight">
            <caption>Boxes by size: the square root of the area, in pixels of the files</caption>
            <thead><tr><th scope="col">size</th><th scope="col" class="number">training</th><th scope="col" class="number">validation</th></tr></thead>
            <tbody>{steps.Select((below, index) => HtmlFragment.Of(
                $"""<tr><th scope="row">{(index == 0 ? "" : FormattableString.Invariant($"{steps[index - 1]:0} to "))}below {below:0}</th>{Bar(train.GetValueOrDefault(below), most)}{Bar(validation.GetValueOrDefault(below), mostValidation)}</tr>"""))}</tbody></table></div>

            """);
    }

    private static HtmlFragment Convention(ImportFacts facts)
    {
        (string Name, string Text)[] rules =
        [
            ("a box’s maximum in the files", facts.Convention.Maximum), ("a box encloses", facts.Convention.Extent), ("boxes", facts.Convention.BoxRules),
            ("crowds", facts.Convention.CrowdRule), ("ignored", facts.Convention.IgnoreRule), ("licence", facts.Licence),
        ];
        return HtmlFragment.Of(
            $"""<dl class="rules">{rules.Where(rule => rule.Text.Length > 0).Select(rule => HtmlFragment.Of($"<div><dt>{rule.Name}</dt><dd>{CodeText.Of(rule.Text)}</dd></div>"))}</dl>""");
    }

    /// <summary>Steps of a size are told apart by their bounds; a card that names one twice has the boxes of both.</summary>
    private static Dictionary<double, int> Counts(ImportFacts facts) =>
        facts.BoxSides.GroupBy(step => step.Below).ToDictionary(group => group.Key, group => group.Sum(step => step.Boxes));

    private static HtmlFragment Bar(int count, int most) => HtmlFragment.Of($"""<td class="number bar" style="--part:{(double)count / most:0.###}">{count}</td>""");

    private static HtmlFragment Head(bool isShown, string text) => isShown ? HtmlFragment.Of($"""<th scope="col" class="number">{text}</th>""") : HtmlFragment.Empty;

    private static HtmlFragment Cell(bool isShown, int count) => isShown ? HtmlFragment.Of($"""<td class="number">{count}</td>""") : HtmlFragment.Empty;
}
