using Disclosure.Rules.Packs;

namespace Disclosure.Gateway.Portal;

/// <summary>A column (栏目) as the Column* meta tags describe it.</summary>
/// <param name="Name">ColumnName.</param>
/// <param name="Description">ColumnDescription.</param>
/// <param name="Keywords">ColumnKeywords, comma-separated.</param>
/// <param name="Type">ColumnType.</param>
public sealed record ColumnInfo(string Name, string Description, string Keywords, string Type)
{
    /// <summary>The column of a category of proactive disclosure.</summary>
    /// <param name="pack">The authority.</param>
    /// <param name="name">Name of the category.</param>
    /// <returns>The column.</returns>
    public static ColumnInfo Of(RulePack pack, string name)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new ColumnInfo(name, $"{pack.Name}“{name}”类政府信息", $"{name},{pack.ShortName},政府信息公开", "政务公开");
    }
}
