using Comity.Protocols;

namespace Comity.Bench;

/// <summary>One act of each of four protocols as somebody would write its rules by hand, for the comparison alone. Each notes the rules that decide.</summary>
internal static class PackSwitches
{
    private static readonly string[] Signatories = ["sender", "officer", "member", "chairman", "committee-chairman"];
    private static readonly string[] Representations = ["nobody", "minister", "other-organisation"];
    private static readonly string[] Purposes = ["council-business", "party-political", "campaigning", "private", "other"];
    private static readonly string[] People = ["member", "officer"];

    /// <summary>By protocol: the act, the switch, and the same question in the words of the vocabulary.</summary>
    public static IReadOnlyList<(
        string Protocol,
        string Act,
        Func<Drawn, (Outcome, ulong)> Switch,
        Func<SituationBuilder, Drawn, SituationBuilder> Words
    )> All { get; } =
    [
        ("borough", "send-official-letter", BoroughLetter, Letter),
        ("generic", "use-resources", GenericResources, Resources),
        ("town", "send-official-letter", TownLetter, Letter),
        ("west-lavington", "disclose-information", WestLavingtonDisclosure, Disclosure),
    ];

    private static (Outcome, ulong) BoroughLetter(Drawn asked)
    {
        var byMember = asked.Who == 0;
        var overMember = asked.One >= 2 || (asked.One == 0 && byMember);
        ulong rules = 0;
        if (overMember && (asked.A || asked.B))
        {
            rules |= 1;
        }

        var represents = asked.Two % 3 != 0;
        if (overMember && !represents)
        {
            rules |= 2;
        }

        if (byMember && asked.C)
        {
            rules |= 4;
        }

        if (rules != 0)
        {
            return ((rules & 1) != 0 ? Outcome.Forbidden : Outcome.ShouldNot, rules);
        }

        rules |= overMember ? 8UL : 0;
        rules |= represents ? 16UL : 0;
        rules |= !overMember && !represents ? 32UL : 0;
        return (Outcome.Permitted, rules);
    }

    private static (Outcome, ulong) TownLetter(Drawn asked)
    {
        var byMember = asked.Who == 0;
        if ((asked.One >= 2 || (asked.One == 0 && byMember)) && (asked.A || asked.B))
        {
            return (Outcome.Forbidden, 1UL);
        }

        return asked.One switch
        {
            1 => (Outcome.Permitted, 2UL),
            2 => (Outcome.ShouldNot, 4UL),
            3 or 4 => (Outcome.PermittedOnCondition, 8UL),
            _ => byMember ? (Outcome.ShouldNot, 16UL) : (Outcome.Permitted, 32UL),
        };
    }

    private static (Outcome, ulong) GenericResources(Drawn asked)
    {
        ulong rules = 0;
        if (!asked.A)
        {
            rules |= 1;
        }

        if (asked.Two == 4)
        {
            rules |= 2;
        }

        if (asked.Two is 1 or 2 || asked.B)
        {
            rules |= 4;
        }

        if (asked.Two == 3 || asked.C)
        {
            rules |= 8;
        }

        if (rules != 0)
        {
            return (Outcome.Forbidden, rules);
        }

        return asked.D ? (Outcome.ShouldNot, 16UL) : (Outcome.Permitted, 32UL);
    }

    private static (Outcome, ulong) WestLavingtonDisclosure(Drawn asked)
    {
        if (!asked.A)
        {
            return (Outcome.Silent, 0UL);
        }

        return (asked.Who, asked.B) switch
        {
            (0, true) => (Outcome.Permitted, 1UL),
            (0, false) => (Outcome.Forbidden, 2UL),
            (_, true) => (Outcome.Permitted, 4UL),
            _ => (Outcome.Forbidden, 8UL),
        };
    }

    private static SituationBuilder Letter(SituationBuilder asking, Drawn asked) =>
        asking
            .By(People[asked.Who])
            .With("signatory", Signatories[asked.One])
            .With("representation-to", Representations[asked.Two % 3])
            .With("creates-obligation", asked.A)
            .With("gives-instruction", asked.B)
            .With("private-capacity", asked.C);

    private static SituationBuilder Resources(SituationBuilder asking, Drawn asked) =>
        asking
            .By("member")
            .With("purpose", Purposes[asked.Two])
            .With("supports-member-role", asked.A)
            .With("partly-party-political", asked.B)
            .With("partly-private", asked.C)
            .With("instruction-given", asked.D);

    private static SituationBuilder Disclosure(SituationBuilder asking, Drawn asked) =>
        asking.By(People[asked.Who]).With("confidential", asked.A).With("named-on-record", asked.B);
}
