namespace Comity.Protocols.Language;

/// <summary>A silence that somebody has looked at.</summary>
/// <param name="Key">Its key, <c>protocol/name</c>.</param>
/// <param name="Clause">The clause under which it is noted.</param>
/// <param name="Scopes">On which acts; empty when it belongs to no act.</param>
/// <param name="When">Conditions of which all must hold for it to be the answer.</param>
/// <param name="Unless">Conditions of which none may hold.</param>
/// <param name="Says">What the text does not say.</param>
/// <param name="NearestNorms">The norms that come nearest.</param>
/// <param name="Ask">Whom to ask, or null.</param>
/// <param name="At">Where it stands.</param>
public sealed record Gap(
    string Key,
    Clause Clause,
    IReadOnlyList<RuleScope> Scopes,
    IReadOnlyList<Condition> When,
    IReadOnlyList<Condition> Unless,
    string Says,
    IReadOnlyList<Name> NearestNorms,
    Who? Ask,
    Location At
);
