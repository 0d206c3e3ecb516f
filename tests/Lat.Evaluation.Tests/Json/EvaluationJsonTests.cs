using System.Text.Json;

namespace Lat.Evaluation.Tests;

public class EvaluationJsonTests
{
    [Fact]
    public void AResultReadsBackEqual()
    {
        var result = Some.Result("lat", 1.0 / 3, ulong.MaxValue) with { Inputs = [new InputHash("labels", ContentHash.Of([1, 2, 3]))] };
        var json = JsonSerializer.Serialize(result, EvaluationJson.Options);
        Assert.Contains("\"arLarge\": null", json, StringComparison.Ordinal);
        Assert.Contains("\"seed\": \"18446744073709551615\"", json, StringComparison.Ordinal);
        Assert.Equal(result, JsonSerializer.Deserialize<MethodResult>(json, EvaluationJson.Options));
    }

    [Fact]
    public void AnAuditReadsBackEqual()
    {
        var space = new LabelSpace("car");
        var truth = Some.Set(space, Some.Object(0, 0, 2));
        var audit = TransferAuditor.Audit(truth, Some.Set(space, Some.Label(0)), truth);
        var json = JsonSerializer.Serialize(audit, EvaluationJson.Options);
        Assert.Equal(audit, JsonSerializer.Deserialize<TransferAuditResult>(json, EvaluationJson.Options));
    }

    [Theory]
    [InlineData("""{"name":"a","hash":"zz"}""")]
    [InlineData("""{"name":"a"}""")]
    [InlineData("""{"name":"a","hash":null}""")]
    [InlineData("""{"name":"a","hash":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","more":1}""")]
    public void WhatIsNotARecordIsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<InputHash>(json, EvaluationJson.Options));
}
