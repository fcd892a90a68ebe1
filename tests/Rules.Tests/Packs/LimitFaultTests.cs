using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class LimitFaultTests
{
    [Theory]
    [InlineData("working-day", 0)]
    [InlineData("immediate", 1)]
    [InlineData("prompt", 1)]
    [InlineData("day-of-month", 31)]
    [InlineData("month-of-year", 13)]
    [InlineData("month-day", 230)]
    [InlineData("working-day", 100000)]
    [InlineData("calendar-day", 3651)]
    [InlineData("month", 2000000)]
    [InlineData("times-per-year", 367)]
    public void An_amount_has_to_fit_its_unit(string unit, int amount)
    {
        using var directory = new PackDirectory().With("gaotai", pack =>
        {
            pack["limits"]![0]!["unit"] = unit;
            pack["limits"]![0]!["amount"] = amount;
        });
        Assert.Equal("$.limits[0].amount", Assert.Single(RulePacks.Validate(directory.FullName)).Path);
    }

    [Fact]
    public void Every_number_of_days_is_bounded_wherever_a_pack_holds_one()
    {
        using var directory = new PackDirectory().With("bijie", pack =>
        {
            Limit(pack, "interaction.complaint")["amountMax"] = 100000;
            Limit(pack, "publication")["statutory"] = JsonNode.Parse(
                """{"amount":2001,"unit":"working-day","citation":{"source":"a","article":"b","rules":[]}}""");
            pack["preDisclosure"]!["maxWorkingDays"] = 2000000;
            pack["flows"]![0]!["steps"]![0]!["limitWorkingDays"] = 0;
        }).With("jiangxi", pack => pack["scoring"]!["deductions"]![3]!["lateByMoreThan"] = 100000);
        Assert.Equal(["$.flows[0].steps[0].limitWorkingDays", "$.limits[*].amountMax", "$.limits[*].statutory.amount",
            "$.preDisclosure.maxWorkingDays", "$.scoring.deductions[3].lateByMoreThan"],
            RulePacks.Validate(directory.FullName).Select(error => Regex.Replace(error.Path, @"limits\[[0-9]+\]", "limits[*]"))
            .Order(StringComparer.Ordinal));
    }

    private static JsonNode Limit(JsonObject pack, string code)
        => pack["limits"]!.AsArray().Single(limit => (string?)limit!["code"] == code)!;

    [Theory]
    [InlineData("petition.handling-extension", "unit", "\"working-day\"", "unit")]
    [InlineData("petition.handling", "unit", "\"month\"", "unit")]
    [InlineData("petition.review", "silence", "\"no-evidence\"", "silence")]
    [InlineData("publication", "silence", "\"no-evidence\"", "silence")]
    [InlineData("application.fee-payment", "lastDayOff", "\"moves\"", "lastDayOff")]
    [InlineData("annual-report.government", "lastDayOff", "\"moves\"", "lastDayOff")]
    [InlineData("petition.review", "lastDayOff", "\"sometimes\"", "lastDayOff")]
    public void Extensions_silence_and_last_days_have_to_fit_their_limit(string code, string member, string value, string at)
    {
        using var directory = new PackDirectory().With("national", pack => Limit(pack, code)[member] = JsonNode.Parse(value));
        Assert.All(RulePacks.Validate(directory.FullName), error => Assert.EndsWith($"].{at}", error.Path, StringComparison.Ordinal));
        Assert.NotEmpty(RulePacks.Validate(directory.FullName));
    }

    [Fact]
    public void A_limit_counted_in_months_cannot_be_extended()
    {
        using var directory = new PackDirectory().With("national", pack =>
        {
            foreach (var code in new[] { "petition.handling", "petition.handling-extension" }) Limit(pack, code)["unit"] = "month";
        });
        Assert.Contains("工作日或自然日", Assert.Single(RulePacks.Validate(directory.FullName).Select(error => error.Message).Distinct()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("petition.review", "calendar-day", "$.limits[*].lastDayOff")]
    [InlineData("reconsideration.decision", "calendar-day", null)]
    public void A_local_last_day_may_move_only_where_the_nations_does(string code, string unit, string? path)
    {
        using var directory = new PackDirectory().With("bijie", pack => pack["limits"]!.AsArray().Add(JsonNode.Parse($$"""
            {"code":"{{code}}","name":"a","amount":20,"unit":"{{unit}}","lastDayOff":"moves",
             "citation":{"source":"a","article":"b","rules":[]} }
            """)));
        Assert.Equal(path is null ? [] : [path], RulePacks.Validate(directory.FullName)
            .Select(error => Regex.Replace(error.Path, @"limits\[[0-9]+\]", "limits[*]")));
    }

    [Fact]
    public void A_statutory_last_day_moves_only_where_days_or_months_are_counted()
    {
        using var directory = new PackDirectory().With("bijie", pack => Limit(pack, "publication")["statutory"] = JsonNode.Parse(
            """{"amount":20,"unit":"working-day","lastDayOff":"moves","citation":{"source":"a","article":"b","rules":[]}}"""));
        Assert.EndsWith(".statutory.lastDayOff", Assert.Single(RulePacks.Validate(directory.FullName)).Path, StringComparison.Ordinal);
    }
}
