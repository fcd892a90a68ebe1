using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain;

/// <summary>The rule pack (规则包) of an authority, or null.</summary>
internal delegate RulePack? RulePackLookup(string authority);
