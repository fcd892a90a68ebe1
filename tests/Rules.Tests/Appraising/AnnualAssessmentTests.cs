using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Tests.Packs;
using Disclosure.Rules.Tests.Packs.Bureaus;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Appraising;

/// <summary>The results of disclosure work enter the annual assessments of the units.</summary>
public sealed class AnnualAssessmentTests
{
    [Fact]
    [Rule(63)]
    public void The_target_assessment_of_Xinyuan_is_incomplete_without_appraisal_and_examination_of_disclosure()
    {
        var scoring = BureauPacks.Xinyuan.Scoring;
        var incomplete = Assert.Single(AnnualAssessment.Of(scoring, Unit("culture", "section", 80, (AssessedResult.Appraisal, 6))));
        Assert.Equal((null, AssessedResult.Examination), (incomplete.Total, Assert.Single(incomplete.Missing)));
        var complete = Assert
            .Single(AnnualAssessment
            .Of(scoring, Unit("culture", "section", 80, (AssessedResult.Appraisal, 6), (AssessedResult.Examination, 9.5m))));
        Assert.Equal((95.5m, 0), (complete.Total, complete.Missing.Count));
    }

    [Fact]
    [Rule(336)]
    public void The_result_enters_the_target_assessment_of_city_bureaus_and_of_nobody_else()
    {
        var pack = BureauPacks.Jiangxi;
        var points = new SubmissionScore(pack).Of([new(["department-site", "ministry-or-province-site"]), new(["culture-information"])],
            [new("general-omitted")]);
        var city = Assert.Single(AnnualAssessment
            .Of(pack.Scoring, Unit("city-nanchang", "city-bureau", 70, (AssessedResult.SubmissionPoints, points))));
        Assert.Equal(("city-targets", 74m), (city.Assessment, city.Total!.Value));
        Assert.Null(Assert.Single(AnnualAssessment.Of(pack.Scoring, Unit("city-nanchang", "city-bureau", 70))).Total);
        foreach (var group in (string[])["county-bureau", "division", "direct-unit"])
            Assert.Empty(AnnualAssessment.Of(pack.Scoring, Unit("other", group, 70, (AssessedResult.SubmissionPoints, points))));
    }

    [Fact]
    [Rule(32)]
    [Rule(35)]
    public void The_appraisal_enters_the_year_end_assessment_and_short_months_are_taken_from_its_total()
    {
        var duty = new SubmissionDuty(BureauPacks.Gaotai, QuotaSubject.Unit, "subordinate");
        var points = -duty.Points(duty.Of([.. Enumerable.Repeat(2, 11), 0]));
        var scoring = BureauPacks.Gaotai.Scoring;
        Assert.Equal(92.5m, Assert.Single(AnnualAssessment.Of(scoring, Unit("library", "subordinate", 90,
            (AssessedResult.Appraisal, 3), (AssessedResult.SubmissionPoints, points)))).Total);
        Assert.Equal([AssessedResult.Appraisal], Assert.Single(AnnualAssessment.Of(scoring,
            Unit("library", "subordinate", 90, (AssessedResult.SubmissionPoints, points)))).Missing);
    }

    [Fact]
    public void An_assessment_of_an_unknown_group_or_without_results_is_a_fault()
    {
        using var directory = new PackDirectory().With("jiangxi", pack =>
        {
            pack["scoring"]!["assessments"]![0]!["groups"]![0] = "village";
            pack["scoring"]!["assessments"]![0]!["results"] = new System.Text.Json.Nodes.JsonArray();
        });
        Assert.Equal(["$.scoring.assessments[0].groups[0]", "$.scoring.assessments[0].results"], RulePacks.Validate(directory.FullName)
            .Select(error => error.Path).Order(StringComparer.Ordinal));
    }

    private static AssessedUnit Unit(string unit, string group, decimal other, params (AssessedResult Result, decimal Points)[] results)
        => new(unit, group, other, results.ToDictionary(result => result.Result, result => result.Points));
}
