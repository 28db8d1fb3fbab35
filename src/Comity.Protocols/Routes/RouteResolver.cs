using Comity.Protocols.Explanations;

namespace Comity.Protocols.Routes;

/// <summary>
/// Finds the persons for the steps of a route. Nobody decides a matter about themselves, that they raised, or that concerns somebody with whom
/// they have a declared relationship: such a holder is passed over for the <c>or else</c> that the protocol writes, then for another holder of the same
/// role, then for the council's stated substitute; else the step is a gap that names its norm.
/// </summary>
/// <remarks>
/// A step that names a party itself (a first talk with the <c>subject</c>) is what the protocol wants, and is not passed over; the person to whom
/// the act is addressed may deal with it. That a party is never the judge is Comity's safeguard, not a clause of any protocol.
/// </remarks>
public static class RouteResolver
{
    /// <summary>Resolves every step of a route.</summary>
    /// <param name="route">The steps of a decision.</param>
    /// <param name="parties">The persons of the situation.</param>
    /// <param name="holders">Who holds which office.</param>
    /// <param name="on">The day, or null for today as <paramref name="holders"/> knows it.</param>
    /// <returns>The steps in the same order.</returns>
    public static IReadOnlyList<ResolvedStep> Resolve(
        IEnumerable<RouteStep> route,
        Parties parties,
        IOfficeHolders holders,
        DateOnly? on = null
    )
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(holders);
        return [.. route.Select(step => Resolve(step, parties, holders, on))];
    }

    /// <summary>Finds the persons for an office that stands in no step: what is written, then the same ways on as for a step.</summary>
    /// <param name="who">Whom to find.</param>
    /// <param name="parties">The persons of the situation.</param>
    /// <param name="holders">Who holds which office.</param>
    /// <param name="on">The day, or null for today as <paramref name="holders"/> knows it.</param>
    /// <returns>Empty when nobody may or can deal with it.</returns>
    public static IReadOnlyList<Assigned> Find(Who who, Parties parties, IOfficeHolders holders, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(parties);
        ArgumentNullException.ThrowIfNull(holders);
        return new Search(parties, holders, on).Find(who, Found.AsWritten) ?? [];
    }

    private static ResolvedStep Resolve(RouteStep step, Parties parties, IOfficeHolders holders, DateOnly? on)
    {
        var search = new Search(parties, holders, on);
        var assigned = search.Find(step.Who, Found.AsWritten);
        return new ResolvedStep(step, assigned ?? [], [.. search.PassedOver.Distinct()], [.. search.Vacant.Distinct()])
        {
            GapIn = assigned is null ? step.Citations[0].Norm : null,
        };
    }

    private sealed class Search(Parties parties, IOfficeHolders holders, DateOnly? on)
    {
        public List<PassedOver> PassedOver { get; } = [];

        public List<string> Vacant { get; } = [];

        // Null when nobody may or can deal with it.
        public List<Assigned>? Find(Who who, Found how)
        {
            // First the offices as they are written, without looking for anybody in their place.
            if (Combine(who, term => First(term, how)) is { } written)
            {
                return written;
            }

            if (who.OrElse is { } orElse && Find(orElse, Found.OrElse) is { } other)
            {
                return other;
            }

            return Combine(who, term => First(term, how) ?? Another(term))
                ?? Combine(who, term => First(term, how) ?? Another(term) ?? Substitute(term));
        }

        private static List<Assigned>? Combine(Who who, Func<WhoTerm, Assigned?> find)
        {
            var found = new List<Assigned>();
            foreach (var term in who.Terms)
            {
                if (find(term) is { } assigned)
                {
                    found.Add(assigned);
                }
                else if (!who.AnyOne)
                {
                    return null;
                }
            }

            return found.Count > 0 ? found : null;
        }

        private Assigned? First(WhoTerm term, Found how)
        {
            if (term.Role is null)
            {
                return parties.In(term.Party!.Value) is [var party, ..] ? new Assigned(party, term.ToString(), how) : null;
            }

            var all = Holders(term);
            if (all.Count == 0)
            {
                Vacant.Add(term.ToString());
                return null;
            }

            return MayAct(all[0], term) ? new Assigned(all[0], term.ToString(), how) : null;
        }

        private Assigned? Another(WhoTerm term) =>
            Holders(term).Skip(1).FirstOrDefault(person => MayAct(person, term)) is { } person
                ? new Assigned(person, term.ToString(), Found.AnotherHolder)
                : null;

        private Assigned? Substitute(WhoTerm term) =>
            All(term, holders.SubstitutesFor).FirstOrDefault(person => MayAct(person, term)) is { } person
                ? new Assigned(person, term.ToString(), Found.Substitute)
                : null;

        private List<string> Holders(WhoTerm term) => All(term, holders.HoldersOf);

        private List<string> All(WhoTerm term, Func<string, string?, DateOnly?, IReadOnlyList<string>> ask)
        {
            if (term.Role is not { } role)
            {
                return [];
            }

            return term.Party is { } party
                ? [.. parties.In(party).SelectMany(person => ask(role.Text, person, on)).Distinct(StringComparer.Ordinal)]
                : [.. ask(role.Text, null, on)];
        }

        private bool MayAct(string person, WhoTerm term)
        {
            PassOverReason? reason =
                parties.Subjects.Contains(person) ? PassOverReason.IsSubject
                : parties.Actors.Contains(person) ? PassOverReason.IsActor
                : parties.Concerned.Any(party => holders.HaveDeclaredRelationship(person, party, on))
                    ? PassOverReason.HasDeclaredRelationship
                : null;
            if (reason is { } because)
            {
                PassedOver.Add(new PassedOver(person, term.ToString(), because));
            }

            return reason is null;
        }
    }
}
