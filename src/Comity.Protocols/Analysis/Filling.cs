using System.Numerics;

namespace Comity.Protocols.Analysis;

/// <summary>A person in one place of a situation: one choice for all whom the rules on the act cannot tell apart.</summary>
/// <param name="Roles">Their roles; empty for nobody.</param>
/// <param name="One">The rules of the first protocol that fit them in that place.</param>
/// <param name="Other">Those of the second; 0 when there is none.</param>
/// <param name="Cost">How far they are from an ordinary person.</param>
internal sealed record Filling(IReadOnlyList<string> Roles, ulong One, ulong Other, int Cost)
{
    /// <summary>
    /// Every filling of a place. A person may have several roles at once, so that all unions of roles count, as far as one person can have them; of
    /// those alike the most ordinary stands for the others.
    /// </summary>
    public static IReadOnlyList<Filling> Of(Vocabulary vocabulary, in PlaceRules one, in PlaceRules other, int costOfNobody)
    {
        var nobody = new Filling([], one.Anyone, other.Anyone, costOfNobody);
        var joined = Singles(vocabulary, in one, in other);
        var found = new Dictionary<(ulong, ulong), Filling>();
        foreach (var person in joined.Select(single => single.Person).Prepend(nobody).OrderBy(person => person.Cost))
        {
            found.TryAdd((person.One, person.Other), person);
        }

        // Whom the rules speak of no more than of anybody adds nothing to another role.
        joined.RemoveAll(single => single.Person.One == nobody.One && single.Person.Other == nobody.Other);
        var seen = new HashSet<(ulong, ulong, BigInteger)>();
        var queue = new Queue<(Filling Person, BigInteger Classes)>();
        foreach (var (person, kind) in joined)
        {
            seen.Add((person.One, person.Other, BigInteger.One << kind));
            queue.Enqueue((person, BigInteger.One << kind));
        }

        while (queue.TryDequeue(out var left))
        {
            foreach (var (right, kind) in joined)
            {
                var (both, bothOther) = (left.Person.One | right.One, left.Person.Other | right.Other);
                if (
                    (both == left.Person.One && bothOther == left.Person.Other)
                    || !(vocabulary.Relations.Against[kind] & left.Classes).IsZero
                    || !seen.Add((both, bothOther, left.Classes | (BigInteger.One << kind)))
                )
                {
                    continue;
                }

                var union = new Filling(
                    [.. left.Person.Roles, .. right.Roles],
                    both,
                    bothOther,
                    left.Person.Cost + right.Cost + AxisValue.OfUnusual
                );
                found.TryAdd((both, bothOther), union);
                queue.Enqueue((union, left.Classes | (BigInteger.One << kind)));
            }
        }

        return [.. found.Values];
    }

    // One role for each set of rules and each class of roles with which it may stand together: the most general, which is the most ordinary.
    private static List<(Filling Person, int Class)> Singles(Vocabulary vocabulary, in PlaceRules one, in PlaceRules other)
    {
        var classes = vocabulary.Relations.ClassOf;
        var cheapest = new List<(ulong One, ulong Other, int Class, int Role, int Cost)>();
        for (var role = 0; role < classes.Count; role++)
        {
            // A kind of member is less ordinary than a member.
            var cost = vocabulary.KindsOf(role).Length - 1;
            var (rules, otherRules, kind) = (one.For(role), other.For(role), classes[role]);
            var place = 0;
            while (
                place < cheapest.Count
                && (cheapest[place].One != rules || cheapest[place].Other != otherRules || cheapest[place].Class != kind)
            )
            {
                place++;
            }

            if (place == cheapest.Count)
            {
                cheapest.Add((rules, otherRules, kind, role, cost));
            }
            else if (cost < cheapest[place].Cost)
            {
                cheapest[place] = (rules, otherRules, kind, role, cost);
            }
        }

        return
        [
            .. cheapest
                .OrderBy(found => found.Cost)
                .ThenBy(found => found.Role)
                .Select(found => (new Filling([vocabulary.NameOf(found.Role)], found.One, found.Other, found.Cost), found.Class)),
        ];
    }
}
