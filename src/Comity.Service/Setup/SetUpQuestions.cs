using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;

namespace Comity.Service.Setup;

/// <summary>
/// What a protocol leaves for the council to say: which of its own offices the protocol means. The protocols do not state it, so it is asked
/// of every council and never assumed.
/// </summary>
public static class SetUpQuestions
{
    // Found from the register itself, or asked for on a page of their own.
    private static readonly string[] NotAsked =
    [
        "member",
        "officer",
        "line-manager",
        "ward-members",
        "group-leader",
        "group-contact",
        "monitoring-officer",
        "head-teacher",
        NamedContact.RegularSeniorOfficer,
        NamedContact.ServiceComplaintsOfficer,
    ];

    /// <summary>
    /// The roles that the protocol sends something to, with the norm that does so first, in order of their label. The head of paid service is
    /// always among them: the law wants one, and no protocol says who it is.
    /// </summary>
    public static IReadOnlyList<SetUpQuestion> Of(PackLibrary library, Pack pack)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(pack);
        return Of(library.Vocabulary, pack.File);
    }

    /// <summary>The same for texts that the council has taken up.</summary>
    public static IReadOnlyList<SetUpQuestion> Of(Vocabulary vocabulary, ProtocolFile file)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(file);
        var found = new Dictionary<string, string?> { ["head-of-paid-service"] = null };
        foreach (var rule in file.Rules)
        {
            foreach (var role in rule.Effects.SelectMany(Persons).SelectMany(Roles))
            {
                found.TryAdd(role, rule.Norm);
            }
        }

        return
        [
            .. found
                .Where(pair => !NotAsked.Contains(pair.Key) && IsSomebodysOffice(vocabulary, pair.Key))
                .Select(pair => new SetUpQuestion(pair.Key, vocabulary.Roles[pair.Key].Label, vocabulary.Roles[pair.Key].Says, pair.Value))
                .OrderBy(question => question.Label, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every role to which a route of the protocol goes, in order of its label: those for whom somebody may have to stand in.</summary>
    public static IReadOnlyList<SetUpQuestion> RoutedTo(Vocabulary vocabulary, ProtocolFile file)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(file);
        var found = new Dictionary<string, string?>();
        foreach (var rule in file.Rules)
        {
            foreach (var role in rule.Effects.OfType<RouteEffect>().SelectMany(route => Roles(route.Who)))
            {
                found.TryAdd(role, rule.Norm);
            }
        }

        return
        [
            .. found
                .Where(pair => vocabulary.Roles.ContainsKey(pair.Key))
                .Select(pair => new SetUpQuestion(pair.Key, vocabulary.Roles[pair.Key].Label, vocabulary.Roles[pair.Key].Says, pair.Value))
                .OrderBy(question => question.Label, StringComparer.Ordinal),
        ];
    }

    private static bool IsSomebodysOffice(Vocabulary vocabulary, string role) =>
        vocabulary.Roles.ContainsKey(role) && (vocabulary.RoleIs(role, "officer") || vocabulary.RoleIs(role, "statutory-officer"));

    private static IEnumerable<Who> Persons(Effect effect) =>
        effect switch
        {
            RouteEffect route => [route.Who],
            RequireEffect { Who: { } who } => [who],
            _ => [],
        };

    private static IEnumerable<string> Roles(Who who) =>
        who.Terms.Select(term => term.Role?.Text).OfType<string>().Concat(who.OrElse is null ? [] : Roles(who.OrElse));
}
