namespace Lat.Datasets.Tests;

public sealed class DataYamlTests
{
    [Theory]
    [InlineData("names: [a, 'b c', \"d\"]")]
    [InlineData("names:\n- a\n- b c\n- d\n")]
    [InlineData("names:\n  - a # first\n  - 'b c'\n\n  # a comment\n  - \"d\"\n")]
    [InlineData("names: [ a,\n  b c,  # second\n  d ]\n")]
    public void AListReadsTheSameInEveryStyle(string yaml) => Assert.Equal(["a", "b c", "d"], DataYaml.Parse(yaml).Find("names")!.Items);

    [Theory]
    [InlineData("names: {0: a, 1: 'b: c'}")]
    [InlineData("names:\n  0: a\n  1: \"b: c\"\n")]
    [InlineData("---\npath: .\nnames:   # classes\n    0:  a\n    1:  'b: c'  # second\ndownload: |\n  import os\n  print('x: y')\n")]
    public void AMapReadsTheSameInEveryStyle(string yaml) => Assert.Equal([("0", "a"), ("1", "b: c")], DataYaml.Parse(yaml).Find("names")!.Pairs);

    [Theory]
    [InlineData("a: x # c", "x")]
    [InlineData("a: x#c", "x#c")]
    [InlineData("a: 'it''s'", "it's")]
    [InlineData("a: \"tab\\tq\\\"u\\u00e9\"", "tab\tq\"ué")]
    [InlineData("a: ünï", "ünï")]
    public void ATextReadsAsYamlSays(string yaml, string expected) => Assert.Equal(expected, DataYaml.Parse(yaml).Find("a")!.Text);

    [Fact]
    public void WhatHasNoValueIsNotThere()
    {
        var yaml = DataYaml.Parse("test:\n# only a comment\ntrain: x\n");
        Assert.Null(yaml.Find("test"));
        Assert.Null(yaml.Find("absent"));
        Assert.Equal(3, yaml.LineOf("train"));
    }

    [Theory]
    [InlineData("a: 1\na: 2", 2, "'a' stands twice")]
    [InlineData("just words", 1, "is no 'key: value'")]
    [InlineData("  a: 1", 1, "belongs to no key")]
    [InlineData("a: [x", 1, "does not end")]
    [InlineData("a: [x, [y]]", 1, "is no plain text")]
    [InlineData("a: *anchor", 1, "is YAML that data.yaml is not read with")]
    [InlineData("a: 'x", 1, "does not end on its line")]
    [InlineData("a: \"\\q\"", 1, "the escape '\\q' is unknown")]
    [InlineData("a: 'x' y", 1, "follows a quoted text")]
    [InlineData("a: x\n  y", 2, "goes on over several lines")]
    [InlineData("a:\n  - x\n    - y", 2, "do not stand at one margin")]
    [InlineData("a:\n\t- x", 2, "do not stand at one margin")]
    public void WhatCannotBeReadIsRefusedWithItsLine(string yaml, int line, string message)
    {
        var exception = Assert.Throws<DataYamlException>(() => DataYaml.Parse(yaml).Find("a"));
        Assert.Equal(line, exception.Line);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }
}
