using Disclosure.Contracts.Facts;
using Disclosure.Rules.AnnualReports;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Facts;

/// <summary>The facts are enough for every cell of the statutory tables: whatever happens in three years, the reports made of facts alone
/// reconcile, chain, and say what happened.</summary>
public sealed class SufficiencyTests
{
    private const int First = 2024;

    private static readonly DateOnly Begin = new(First - 1, 11, 1);

    /// <param name="Day">Days after <see cref="Begin"/>; the first ones lie before the platform began.</param>
    /// <param name="Lasts">Days until it ends; beyond the end it is still open.</param>
    /// <param name="Choice">Chooses applicant, row, block and result.</param>
    /// <param name="IsError">Whether it was recorded in error first, and is declared void.</param>
    private sealed record Event(int Day, int Lasts, int Choice, bool IsError);

    [Fact]
    public void Reports_of_three_years_made_of_facts_alone_reconcile_and_say_what_happened()
        => Prop.ForAll(Events().ToArbitrary(), Events().ToArbitrary(), (applications, remedies) =>
        {
            var history = new History();
            foreach (var one in applications) history.Apply(one);
            foreach (var one in remedies) history.Contest(one);
            history.Document(DocumentClass.Normative, carried: 7, made: [First, First, First + 1], ended: [First + 1]);
            var reports = Enumerable.Range(First, 3).Select(year => StatutoryTables.Of(year, history.Facts)).ToList();
            for (var year = 0; year < 3; year++)
            {
                var violations = reports[year].Check(year == 0 ? null : reports[year - 1]);
                Assert.True(violations.Count == 0, string.Join("；", violations.Select(violation => violation.ToString())));
                Assert.Equal(history.Received(First + year), reports[year].Table3[0][6]);
                Assert.Equal(history.Decided(First + year), reports[year].Table3[23][6]);
                for (var row = TableThree.FirstResult; row <= TableThree.LastResult; row++)
                    Assert.Equal(history.Decided(First + year, row), reports[year].Table3[row - 1][6]);
                Assert.Equal(history.Concluded(First + year), reports[year].Table4.Where((_, cell) => cell % 5 < 3).Sum());
            }

            Assert.Equal((2L, 0L, 9L), Normative(reports[0]));
            Assert.Equal((1L, 1L, 9L), Normative(reports[1]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_month_that_is_entered_again_counts_as_entered_last()
    {
        var history = new History();
        history.State(new DateOnly(First, 2, 3), new EnforcementTotalFact(EnforcementKind.Licence, First, 1, 40));
        history.State(new DateOnly(First, 3, 3), new EnforcementTotalFact(EnforcementKind.Licence, First, 2, 2));
        history.State(new DateOnly(First, 3, 4), new EnforcementTotalFact(EnforcementKind.Licence, First, 1, 4));
        history.State(new DateOnly(First, 2, 3), new AdministrativeFeesFact(First, 1, 188_710m));
        var report = StatutoryTables.Of(First, history.Facts);
        Assert.Equal((6L, 18.8710m), (report.Table2.Licences, report.Table2.Fees));
    }

    private static (long?, long?, long?) Normative(AnnualReport report) => (report.Table2.NormativeDocuments.Made,
        report.Table2.NormativeDocuments.Abolished, report.Table2.NormativeDocuments.InForce);

    private static Gen<Event[]> Events()
        => (from day in Gen.Choose(0, 1_150)
            from lasts in Gen.Choose(0, 400)
            from choice in Gen.Choose(0, 9_999)
            from error in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
            select new Event(day, lasts, choice, error)).ArrayOf();

    /// <summary>What happens, told as facts and remembered beside them in plain lists.</summary>
    private sealed class History
    {
        private readonly List<(DateOnly Received, DateOnly Ended, int Row)> applications = [];
        private readonly List<(DateOnly Opened, DateOnly Ended)> remedies = [];

        public List<RecordedFact> Facts { get; } = [];

        public void State(DateOnly on, StatisticalFact body, Guid? subject = null)
            => Facts.Add(new(Facts.Count + 1, default, on, "test", subject ?? Guid.CreateVersion7(), null, false, body));

        public void Apply(Event one)
        {
            var (id, on, kind) = (Guid.CreateVersion7(), Begin.AddDays(one.Day), (ApplicantKind)(one.Choice % 6));
            var (ended, row) = (on.AddDays(one.Lasts), TableThree.FirstResult + (one.Choice % 21));
            if (one.IsError)
            {
                // Registered under the wrong applicant: void, and stated anew.
                State(on, new ApplicationReceivedFact((ApplicantKind)((one.Choice + 1) % 6), "web", false), id);
                State(on, new VoidedFact(Facts.Count), id);
            }

            State(on, new ApplicationReceivedFact(kind, "web", on.Year < First), id);
            State(ended, new ApplicationDecidedFact(row, "code", kind, on, ended, one.Lasts), id);
            applications.Add((on, ended, row));
        }

        public void Contest(Event one)
        {
            var (id, on, block) = (Guid.CreateVersion7(), Begin.AddDays(one.Day), (RemedyBlock)(one.Choice % 3));
            State(on, new RemedyOpenedFact(block, on.AddDays(14)), id);
            State(on.AddDays(one.Lasts), new RemedyConcludedFact(block, (RemedyResult)(one.Choice / 3 % 3)), id);
            remedies.Add((on, on.AddDays(one.Lasts)));
        }

        public void Document(DocumentClass kind, long carried, int[] made, int[] ended)
        {
            State(new DateOnly(First, 1, 1), new DocumentsCarriedFact(kind, carried));
            foreach (var year in made) State(new DateOnly(year, 5, 1), new DocumentIssuedFact(kind));
            foreach (var year in ended) State(new DateOnly(year, 6, 1), new DocumentAbolishedFact(kind, false));
        }

        public long Received(int year) => applications.LongCount(one => one.Received.Year == year);

        public long Decided(int year, int? row = null)
            => applications.LongCount(one => one.Ended.Year == year && (row is null || one.Row == row));

        public long Concluded(int year) => remedies.LongCount(one => one.Ended.Year == year);
    }
}
