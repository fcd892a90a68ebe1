using Disclosure.Contracts.Review.Api;
using Disclosure.Review.Domain.Decisions;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>Every difference leads from the one text to the other, exactly where people edit and at a bounded cost everywhere.</summary>
public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData(150, 2_000)]
    [InlineData(1_500, 200)]
    [InlineData(15_000, 20)]
    [InlineData(1, 300_000)]
    public void Two_bodies_that_differ_everywhere_cost_little(int stretches, int length)
    {
        var before = Body(stretches, length, 1);
        var after = Body(stretches, length, 2);
        var spent = Environment.CpuUsage.TotalTime;
        var pieces = TextDifference.Between(before, after);
        // What other tests of this process spend counts too; unbounded it is 10 s and more.
        Assert.InRange(Environment.CpuUsage.TotalTime - spent, TimeSpan.Zero, TimeSpan.FromSeconds(6));
        LeadsFromOneToTheOther(before, after, pieces);
    }

    [Fact]
    public void Beyond_the_budget_stretches_are_replaced_whole_and_before_it_they_are_not()
    {
        var pieces = TextDifference.Between(Body(60, 2_000, 1), Body(60, 2_000, 2));
        Assert.InRange(pieces.Count(piece => piece.Kind == PieceKind.Removed && piece.Text.Length >= 1_900), 50, 59);
    }

    [Fact]
    public void Forty_edited_paragraphs_of_a_long_body_are_marked_letter_by_letter()
    {
        var before = string.Concat(Enumerable.Range(0, 400).Select(i => $"第{i}段{new string('文', 300)}{new string('字', 300)}。\n"));
        var after = before;
        for (var i = 0; i < 400; i += 10) after = after
            .Replace($"第{i}段{new string('文', 300)}", $"第{i}条{new string('文', 299)}新", StringComparison.Ordinal);

        var pieces = TextDifference.Between(before, after);

        LeadsFromOneToTheOther(before, after, pieces);
        Assert.Equal(160, pieces.Where(piece => piece.Kind != PieceKind.Same).Sum(piece => piece.Text.Length));
    }

    private static void LeadsFromOneToTheOther(string before, string after, IReadOnlyList<Piece> pieces)
    {
        Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Added).Select(piece => piece.Text)));
        Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Removed).Select(piece => piece.Text)));
    }

    /// <summary>Lines that all differ, between lines that all texts have.</summary>
    private static string Body(int stretches, int length, int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, stretches)
            .Select(i => $"{new string(random.GetItems("甲乙丙丁".AsSpan(), length - 8))}\n{i:D6}\n"));
    }
}
