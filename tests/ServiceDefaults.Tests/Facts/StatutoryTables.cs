using Disclosure.Contracts.Facts;
using Disclosure.Rules.AnnualReports;

namespace Disclosure.ServiceDefaults.Tests.Facts;

/// <summary>The statutory tables out of facts alone, as plainly as can be said: whether facts are enough is all that is asked
/// here.</summary>
internal static class StatutoryTables
{
    public static AnnualReport Of(int year, IReadOnlyList<RecordedFact> told)
    {
        var voided = told.Select(fact => fact.Body).OfType<VoidedFact>().Select(fact => fact.Voided).ToHashSet();
        var facts = told.Where(fact => !voided.Contains(fact.Number)).ToList();
        return new AnnualReport
        {
            Year = year,
            Kind = ReportKind.Department,
            Table2 = TableTwo(year, facts),
            Table3 = TableThree(year, facts),
            Table4 = TableFour(year, facts),
        };
    }

    private static TableTwo TableTwo(int year, List<RecordedFact> facts) => new(Documents(year, facts, DocumentClass.Regulation),
        Documents(year, facts, DocumentClass.Normative), Decisions(year, facts, EnforcementKind.Licence),
        Decisions(year, facts, EnforcementKind.Penalty), Decisions(year, facts, EnforcementKind.Coercion),
        Last<AdministrativeFeesFact>(facts, fee => fee.Year == year, fee => fee.Month).Sum(fee => fee.Amount) / 10_000m);

    private static DocumentCounts Documents(int year, List<RecordedFact> facts, DocumentClass kind)
    {
        var made = facts.Where(fact => fact.Body is DocumentIssuedFact issued && issued.Class == kind && fact.On.Year <= year).ToList();
        var ended = facts.Where(fact => fact.Body is DocumentAbolishedFact abolished && abolished.Class == kind && fact.On.Year <= year)
            .ToList();
        var carried = facts.Select(fact => fact.Body).OfType<DocumentsCarriedFact>().Where(fact => fact.Class == kind)
            .Sum(fact => fact.Count);
        return new(made.Count(fact => fact.On.Year == year), ended.Count(fact => fact.On.Year == year), carried + made.Count - ended.Count);
    }

    private static long Decisions(int year, List<RecordedFact> facts, EnforcementKind kind)
        => Last<EnforcementTotalFact>(facts, total => total.Year == year && total.Kind == kind, total => total.Month)
            .Sum(total => total.Count);

    /// <summary>Of entries for the same month the last one holds.</summary>
    private static IEnumerable<T> Last<T>(List<RecordedFact> facts, Func<T, bool> of, Func<T, int> month) where T : StatisticalFact
        => facts.OrderBy(fact => fact.Number).Select(fact => fact.Body).OfType<T>().Where(of).GroupBy(month)
            .Select(entries => entries.Last());

    private static long?[][] TableThree(int year, List<RecordedFact> facts)
    {
        var (from, until) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var received = facts.Where(fact => fact.Body is ApplicationReceivedFact)
            .Select(fact => (fact.SubjectId, fact.On, ((ApplicationReceivedFact)fact.Body).Applicant)).ToList();
        var decided = facts.Where(fact => fact.Body is ApplicationDecidedFact).ToDictionary(fact => fact.SubjectId,
            fact => (fact.On, ((ApplicationDecidedFact)fact.Body).Row));
        var rows = new long?[25][];
        for (var row = 1; row <= 25; row++)
        {
            rows[row - 1] = [.. Enum.GetValues<ApplicantKind>().Select(kind => (long?)received.Count(one => one.Applicant == kind
                && Counts(row, one.SubjectId, one.On)))];
            rows[row - 1] = [.. rows[row - 1], rows[row - 1].Sum()];
        }

        return rows;

        bool Counts(int row, Guid id, DateOnly on)
        {
            var end = decided.TryGetValue(id, out var found) ? found : default((DateOnly On, int Row)?);
            return row switch
            {
                1 => on >= from && on <= until,
                2 => on < from && !(end?.On < from),
                24 => end?.On >= from && end?.On <= until,
                25 => on <= until && !(end?.On <= until),
                _ => end?.Row == row && end?.On >= from && end?.On <= until,
            };
        }
    }

    private static long?[] TableFour(int year, List<RecordedFact> facts)
    {
        var until = new DateOnly(year, 12, 31);
        return [.. Enum.GetValues<RemedyBlock>().SelectMany(block =>
        {
            var ended = facts.Where(fact => fact.Body is RemedyConcludedFact one && one.Block == block && fact.On <= until).ToList();
            var results = Enum.GetValues<RemedyResult>()
                .Select(result => ended.LongCount(fact => fact.On.Year == year
                    && ((RemedyConcludedFact)fact.Body).Result == result)).ToList();
            var pending = facts.LongCount(fact => fact.Body is RemedyOpenedFact opened && opened.Block == block && fact.On <= until)
                - ended.Count;
            return (long?[])[.. results.Select(count => (long?)count), pending, results.Sum() + pending];
        })];
    }
}
