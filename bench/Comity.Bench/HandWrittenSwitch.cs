using Comity.Protocols;

namespace Comity.Bench;

/// <summary>
/// The rules of three acts of the Wigan protocol as somebody would write them by hand, for the comparison alone: each branch notes the rules
/// that decide, because an answer without its clauses is not the same work.
/// </summary>
internal static class HandWrittenSwitch
{
    public static (Outcome Outcome, ulong Rules) Decide(in Asked asked) =>
        asked.Act switch
        {
            AskedAct.SendOfficialLetter => Letter(in asked),
            AskedAct.UseResources => Resources(in asked),
            _ => Criticism(in asked),
        };

    /// <summary>What the rules in force come to, for those who only find the rules.</summary>
    public static Outcome OutcomeOf(AskedAct act, ulong rules) =>
        act switch
        {
            AskedAct.SendOfficialLetter => (rules & 24) != 0 ? Outcome.ShouldNot
            : (rules & 4) != 0 ? Outcome.PermittedOnCondition
            : Outcome.Permitted,
            AskedAct.UseResources => (rules & 1) != 0 ? Outcome.Forbidden
            : (rules & 12) != 0 ? Outcome.ShouldNot
            : Outcome.Permitted,
            _ => rules != 0 ? Outcome.ShouldNot : Outcome.Silent,
        };

    /// <summary>Situations in which every fact is known, from a linear congruential generator (Numerical Recipes' constants), so that every run asks the same.</summary>
    public static Asked[] Situations(int count, uint seed)
    {
        var state = seed;
        uint Next(uint below)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (state >> 8) % below;
        }

        bool Coin() => Next(2) == 1;

        var made = new Asked[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = new Asked(
                (AskedAct)Next(3),
                (byte)Next(5),
                (byte)Next(4),
                (byte)Next(6),
                (byte)Next(3),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin(),
                Coin()
            );
        }

        return made;
    }

    private static (Outcome, ulong) Letter(in Asked asked)
    {
        var byOfficer = asked.Signatory == 0;
        ulong rules = 0;
        var against = false;
        if (byOfficer)
        {
            rules |= 1;
        }
        else
        {
            if (asked.ReplyToOwnLetter)
            {
                rules |= 2;
            }

            if (asked.Delegated)
            {
                rules |= 4;
            }

            if (rules == 0)
            {
                rules |= 8;
                against = true;
            }

            if ((asked.Obliges || asked.Instructs) && !asked.Delegated)
            {
                rules |= 16;
                against = true;
            }
        }

        return (
            against ? Outcome.ShouldNot
            : (rules & 4) != 0 ? Outcome.PermittedOnCondition
            : Outcome.Permitted,
            rules
        );
    }

    private static (Outcome, ulong) Resources(in Asked asked)
    {
        ulong rules = 0;
        if (asked.Purpose != 0)
        {
            rules |= 1;
        }
        else
        {
            rules |= 2;
        }

        if (asked.Purpose is 1 or 2 || asked.PartlyPolitical)
        {
            rules |= 4;
        }

        if (asked.Purpose == 3 || asked.PartlyPrivate)
        {
            rules |= 8;
        }

        return (
            (rules & 1) != 0 ? Outcome.Forbidden
            : (rules & 12) != 0 ? Outcome.ShouldNot
            : Outcome.Permitted,
            rules
        );
    }

    private static (Outcome, ulong) Criticism(in Asked asked)
    {
        ulong rules = 0;
        if (asked.Individual && asked.SubjectMatter == 0 && (asked.Venue <= 1 || asked.MediaPresent))
        {
            rules |= 1;
        }

        var heard = asked.Venue <= 3 || asked.MediaPresent;
        if (asked.Abuse && heard)
        {
            rules |= 2;
        }

        if (asked.DoubtsNeutrality && heard)
        {
            rules |= 4;
        }

        if (asked.Abuse && !asked.MediaPresent && asked.Venue >= 4)
        {
            rules |= 8;
        }

        return (rules != 0 ? Outcome.ShouldNot : Outcome.Silent, rules);
    }
}
