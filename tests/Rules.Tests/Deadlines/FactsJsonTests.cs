using Disclosure.Rules.Deadlines;
using Xunit;

namespace Disclosure.Rules.Tests.Deadlines;

public sealed class FactsJsonTests
{
    [Fact]
    public void Facts_are_read_by_camel_case_names()
    {
        var reading = FactsJson.Read("""
            [{"kind":"received","on":"2026-02-10"},{"kind":"extended","days":20,"on":"2026-03-02"},
             {"kind":"consultation-sent","on":"2026-03-03","party":"organ","with":"财政局"}]
            """);
        Assert.Empty(reading.Errors);
        Assert.Equal(
            [
                FactKind.Received.On("2026-02-10"), FactKind.Extended.On("2026-03-02", 20),
                FactKind.ConsultationSent.On("2026-03-03", party: ConsultedParty.Organ, with: "财政局"),
            ], reading.Facts);
    }

    [Theory]
    [InlineData("delayed", FactKind.Delayed)]
    [InlineData("accepted", FactKind.Accepted)]
    [InlineData("redirected", FactKind.Redirected)]
    [InlineData("copy-received", FactKind.CopyReceived)]
    [InlineData("defence-filed", FactKind.DefenceFiled)]
    [InlineData("review-requested", FactKind.ReviewRequested)]
    [InlineData("review-decided", FactKind.ReviewDecided)]
    [InlineData("re-review-requested", FactKind.ReReviewRequested)]
    [InlineData("re-review-decided", FactKind.ReReviewDecided)]
    public void Each_kind_has_its_code_and_an_unknown_one_lists_it(string code, FactKind kind)
    {
        Assert.Equal(kind, Assert.Single(FactsJson.Read($$"""[{"kind":"{{code}}","on":"2026-02-10"}]""").Facts).Kind);
        Assert.Contains(code, FactsJson.Read("""[{"kind":"x","on":"2026-02-10"}]""").Errors[0], StringComparison.Ordinal);
    }

    // The facts that start and end a limit are kept as bits of one number, and a shift beyond it would begin at the first kind again.
    [Fact]
    public void Every_kind_has_a_name_and_a_bit()
    {
        Assert.InRange(Enum.GetValues<FactKind>().Length, 1, 64);
        foreach (var kind in Enum.GetValues<FactKind>())
            Assert.NotEmpty(Limits.Of("any.limit", 5).Explain(FactKind.Started.On("2026-03-02"), kind.On("2026-03-03"),
                FactKind.Completed.On("2026-03-04")));
        Assert.Equal(Enum.GetValues<FactKind>().Length, Enum.GetValues<FactKind>().Select(Disclosure.Rules.Deadlines.Folding.FactNames.Of)
            .Distinct().Count());
    }

    [Fact]
    public void Every_error_is_reported_with_its_path()
    {
        var errors = FactsJson.Read("""
            [{"kind":"recieved","on":"2026-02-30"},{"on":"2026-02-10","days":"5"},7,{"kind":"decided","colour":1},
            """
            + """
            {"kind":"consultation-sent","on":"2026-02-10","party":"x","with":""}]
            """).Errors;
        Assert.Equal(
            ["$[0].kind", "$[0].on", "$[1].days", "$[1].kind", "$[2]", "$[3].colour", "$[3].on", "$[4].party", "$[4].with"],
            errors.Select(error => error[..error.IndexOf('：', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_member_given_twice_is_refused()
        => Assert.Equal(["$[0].on：重复的字段。"], FactsJson.Read("""[{"kind":"received","on":"2026-02-10","on":"2026-03-10"}]""").Errors);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{\"kind\":")]
    public void What_is_not_a_list_is_one_error(string json) => Assert.Single(FactsJson.Read(json).Errors);

    [Theory]
    [InlineData("""[{"kind":"\ud800","on":"2026-02-10"}]""")]
    [InlineData("""[{"kind":"received","on":"\udc00"}]""")]
    [InlineData("""[{"kind":"received","on":"2026-02-10","with":"\ud83d\ud83d"}]""")]
    [InlineData("""[{"kind":"received","on":"2026-02-10","party":"\ud800\n"}]""")]
    [InlineData("""[{"\uD800":1}]""")]
    public void Half_a_character_is_one_error(string json)
    {
        Assert.Contains("半个字符", Assert.Single(FactsJson.Read(json).Errors), StringComparison.Ordinal);
        Assert.Contains("半个字符", Assert.Single(FactsJson.Read(System.Text.Json.JsonElement.Parse(json)).Errors), StringComparison.Ordinal);
    }

    // Metadata cannot hold such a text.
    [Fact]
    public void Half_a_character_that_is_no_escape_is_one_error()
        => Assert.Contains("第2行有半个字符", Assert.Single(FactsJson.Read("[\n{\"kind\":\"\uD800\"}]").Errors), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"kind":"received","on":"2026-02-10","with":"\ud83d\ude00"}]""", "😀")]
    [InlineData("""[{"kind":"received","on":"2026-02-10","with":"\\ud800"}]""", "\\ud800")]
    [InlineData("[{\"kind\":\"received\",\"on\":\"2026-02-10\",\"with\":\"😀\"}]", "😀")]
    public void A_whole_character_is_none(string json, string name) => Assert.Equal(name, Assert.Single(FactsJson.Read(json).Facts).With);

    [Fact]
    public void No_error_quotes_a_megabyte()
    {
        var name = new string('n', 1_000_000);
        Assert.All(FactsJson.Read($$"""[{"kind":"{{name}}","on":"{{name}}","days":"{{name}}","{{name}}":1}]""").Errors,
            error => Assert.InRange(error.Length, 1, 1000));
    }

    [Fact]
    public void A_thousand_facts_are_the_most()
    {
        static string Many(int count)
            => "[" + string.Join(',', Enumerable.Repeat("""{"kind":"received","on":"2026-02-10"}""", count)) + "]";
        Assert.Equal((1000, 0), (FactsJson.Read(Many(1000)).Facts.Length, FactsJson.Read(Many(1000)).Errors.Count));
        var many = FactsJson.Read(Many(1001));
        Assert.Equal(("$：事实不得超过 1000 条。", 0), (Assert.Single(many.Errors), many.Facts.Length));
    }

    [Theory]
    [InlineData("2026-2-1")]
    [InlineData("10.02.2026")]
    [InlineData("1989-12-31")]
    [InlineData("2100-01-01")]
    public void A_day_is_written_in_full_and_lies_in_the_calendar(string day)
        => Assert.Equal($"$[0].on：\"{day}\" 不是有效日期（yyyy-MM-dd）。",
            Assert.Single(FactsJson.Read($$"""[{"kind":"received","on":"{{day}}"}]""").Errors));

    [Theory]
    [InlineData("1990-01-01")]
    [InlineData("2099-12-31")]
    public void The_first_and_the_last_day_of_the_calendar_are_days(string day)
        => Assert.Equal(Day.Of(day), Assert.Single(FactsJson.Read($$"""[{"kind":"received","on":"{{day}}"}]""").Facts).On);

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("null")]
    [InlineData("\"5\"")]
    public void Days_are_a_whole_number(string days)
        => Assert.Equal($"$[0].days：{days} 不是整数。",
            Assert.Single(FactsJson.Read($$"""[{"kind":"extended","on":"2026-02-10","days":{{days}}}]""").Errors));

    [Fact]
    public void A_name_has_200_characters_at_most()
    {
        static FactsReading Named(int length)
            => FactsJson.Read($$"""[{"kind":"consultation-sent","on":"2026-02-10","with":"{{new string('甲', length)}}"}]""");
        Assert.Equal(200, Assert.Single(Named(200).Facts).With!.Length);
        Assert.Equal("$[0].with：应为 1 至 200 字的名称。", Assert.Single(Named(201).Errors));
    }

    [Theory]
    [InlineData("""{"kind":1,"on":2}""", "$[0].kind", "$[0].on")]
    [InlineData("""{"kind":"consultation-sent","on":"2026-02-10","party":3,"with":4}""", "$[0].party", "$[0].with")]
    [InlineData("{}", "$[0].kind", "$[0].on")]
    public void What_is_missing_or_no_text_is_told_by_its_path(string fact, params string[] paths)
        => Assert.Equal(paths, FactsJson.Read($"[{fact}]").Errors.Select(error => error[..error.IndexOf('：', StringComparison.Ordinal)]));

    [Fact]
    public void A_third_party_is_read_and_a_text_that_is_no_json_is_told_by_its_line()
    {
        Assert.Equal(FactKind.ConsultationSent.On("2026-02-10", party: ConsultedParty.ThirdParty), Assert.Single(FactsJson.Read(
            """[{"kind":"consultation-sent","on":"2026-02-10","party":"thirdParty"}]""").Facts));
        Assert.Equal("$：不是有效的 JSON（第 2 行）。", Assert.Single(FactsJson.Read("[\n,]").Errors));
        Assert.Equal("$：应为事实的数组。", Assert.Single(FactsJson.Read("{}").Errors));
        var some = FactsJson.Read("""[{"kind":"received","on":"2026-02-10"},7]""");
        Assert.Equal(("$[1]：应为对象。", 0), (Assert.Single(some.Errors), some.Facts.Length));
    }
}
