namespace Lat.Experiments.Tests;

public sealed class SyntaxFaultTests
{
    [Theory]
    [InlineData("", "line 1, column 1  the file is empty; an experiment begins with 'version: 1'")]
    [InlineData("# only a comment\n", "line 1, column 1  the file is empty; an experiment begins with 'version: 1'")]
    [InlineData("- a\n- b\n", "line 1, column 1  the file is a list; an experiment is 'key: value' lines and begins with 'version: 1'")]
    [InlineData("hello\n", "line 1, column 1  the file is 'hello'; an experiment is 'key: value' lines and begins with 'version: 1'")]
    [InlineData("training:\n\tepochs: 3\n", "line 2, column 1  a tab indents this line; use spaces")]
    [InlineData("training:\n  epochs: 3\n\tflip: true\n", "line 3, column 1  a tab indents this line; use spaces")]
    [InlineData("name: 'mid\nseed: 3\n", "line 1, column 7  a quote is opened here and never closed")]
    [InlineData("name: \"mid\nseed: 3\n", "line 1, column 7  a quote is opened here and not closed before the indentation ends")]
    [InlineData("name: \"a\\q\"\n", "line 1, column 7  unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes")]
    [InlineData("classes: [car, bus\nname: mid\n", "line 1, column 10  this '[' has no ']', or a ',' is missing after it")]
    [InlineData("training: {epochs: 1\nname: mid\n", "line 1, column 11  this '{' has no '}', or a ',' is missing after it")]
    [InlineData("training: {epochs: 1 flip: true}\n", "line 1, column 11  this '{' has no '}', or a ',' is missing after it")]
    [InlineData("classes: [car,,bus]\n", "line 1, column 15  expected a value")]
    [InlineData("name: ]\n", "line 1, column 7  expected a value")]
    [InlineData("name: a: b\n", "line 1, column 8  ': ' inside a plain value; quote the value, or repair the indentation")]
    [InlineData("name: mid\n  seed: 3\n", "line 2, column 7  ': ' inside a plain value; quote the value, or repair the indentation")]
    [InlineData("name: mid\nseed\n", "line 2, column 1  expected 'key: value' at this indentation")]
    [InlineData("classes:\n  - car\n bus: 1\n", "line 3, column 2  expected 'key: value' at this indentation")]
    [InlineData("- a\nb: 1\n", "line 2, column 1  expected '- ' as in the lines above, or another indentation")]
    [InlineData("classes: - car\n", "line 1, column 10  a list begins on the line after its key")]
    [InlineData("note: @home\n", "line 1, column 7  a value cannot begin with '@'; quote it")]
    [InlineData("note: `home`\n", "line 1, column 7  a value cannot begin with '`'; quote it")]
    [InlineData("note: !e!x 3\n", "line 1, column 7  tags ('!…') are not used in experiments; remove it")]
    [InlineData("note: *base\n", "line 1, column 7  alias '*base' has no anchor '&base' above it")]
    [InlineData("note: &base [*base]\n", "line 1, column 14  alias '*base' stands inside what it names")]
    [InlineData("name: mid\nnote: a\u0007b\n", "line 2, column 8  control character U+0007; delete it, or write it as an escape in double quotes")]
    [InlineData("name: mid\u0000\nseed: 1\n", "line 1, column 10  control character U+0000; delete it, or write it as an escape in double quotes")]
    public void TheFirstThingThatIsNotYamlIsNamedInPlainWords(string yaml, string fault) =>
        Assert.Equal(Some.Message(fault), Some.Refusal(yaml));

    [Theory]
    [InlineData("note: !!str 3\n", "line 4, column 7  tag 'tag:yaml.org,2002:str'; the field decides the type, remove it")]
    [InlineData("note: !!python/object:os.system x\n", "line 4, column 7  tag 'tag:yaml.org,2002:python/object:os.system'; the field decides the type, remove it")]
    [InlineData("note: ! x\n", "line 4, column 7  tag '!'; the field decides the type, remove it")]
    [InlineData("<<: {note: a}\n", "line 4, column 1  merge key '<<'; use 'extends' to begin from another file")]
    [InlineData("? [a, b]\n: 3\n", "line 4, column 3  a key is a list; expected a name")]
    [InlineData(": 3\n", "line 4, column 3  a key is empty; expected a name")]
    [InlineData("---\nname: other\n", "line 4, column 1  a second document begins here; an experiment is one")]
    [InlineData("name: fine\n", "line 4, column 1  duplicate key 'name'; it stands already in line 2")]
    [InlineData("size:\n  width: 1\n  height: 2\n  width: 3\n", "line 7, column 3  duplicate key 'width' in 'size'; it stands already in line 5")]
    [InlineData("steps: [{name: a, name: b}]\n", "line 4, column 19  duplicate key 'name' in 'steps[0]'; it stands already in line 4")]
    public void WhatYamlAllowsAndAnExperimentDoesNotIsRefused(string more, string fault) =>
        Assert.Equal(Some.Message(fault), Some.Refusal(Some.Minimal + more));
}
