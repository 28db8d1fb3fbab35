using Comity.Protocols;
using Comity.Protocols.Routes;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Bench;

/// <summary>
/// Somebody deals with a concern about somebody else, out of a register of 10,000 people: their roles, whether they are the same, and whether they have declared
/// a relationship are looked up, and the answer is explained. Then a concern's route, met by the people of the register.
/// </summary>
internal static class Relations
{
    private const int People = 10_000;
    private const int Declared = 20_000;
    private const int Situations = 16_384;
    private const int Stretch = 1_024;
    private const int Rounds = 24;
    private static readonly string[] Roles =
    [
        "member",
        "officer",
        "director",
        "assistant-director",
        "clerk",
        "monitoring-officer",
        "group-leader",
        "chairman-of-council",
    ];

    public static int Run()
    {
        var read = ReadTogether.From([.. TestPeople.WiganTexts()], "bench");
        var register = new Register();
        var handled = Kinds(read.Vocabulary, "handle-concern");
        var raised = Kinds(read.Vocabulary, "raise-concern");
        var random = new Drawing(20261122);
        var pairs = Enumerable.Range(0, Situations).Select(_ => (One: random.Next(People), Other: random.Next(People))).ToArray();
        Turns.Measure(
            $"{People} people, {Declared} declared relationships, {Situations} random pairs",
            Situations,
            Stretch,
            Rounds,
            ("roles and relations looked up", start => Sum(start, i => (ulong)register.KindOf(pairs[i].One, pairs[i].Other))),
            (
                "and the answer explained",
                start => Sum(start, i => Explained(read.Protocol, handled[register.KindOf(pairs[i].One, pairs[i].Other)]))
            ),
            (
                "a concern explained, and its route met by people",
                start =>
                    Sum(
                        start,
                        i =>
                            Met(
                                read.Protocol,
                                raised[register.KindOf(pairs[i].One, pairs[i].Other)],
                                register,
                                pairs[i].One,
                                pairs[i].Other
                            )
                    )
            )
        );
        return 0;
    }

    private static ulong Explained(Protocol protocol, Situation situation)
    {
        var decision = protocol.Decide(situation);
        return (ulong)decision.Outcome + (ulong)decision.DecidedBy.Count;
    }

    private static ulong Met(Protocol protocol, Situation situation, Register register, int actor, int subject)
    {
        var decision = protocol.Decide(situation);
        var met = RouteResolver.Resolve(decision.Route, new Parties([register.Name(actor)], [], [register.Name(subject)]), register);
        return (ulong)met.Count;
    }

    // One situation for each pair of roles and each answer to the two relations: what a pair of people is, not who they are, decides.
    private static Situation[] Kinds(Vocabulary vocabulary, string act)
    {
        var kinds = new Situation[Roles.Length * Roles.Length * 4];
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            kinds[kind] = Situation
                .In(vocabulary)
                .Act(act)
                .By(Roles[kind / 4 / Roles.Length])
                .About(Roles[kind / 4 % Roles.Length])
                .With("actor-is-subject", (kind & 1) != 0)
                .With("declared-relationship", (kind & 2) != 0)
                .Build();
        }

        return kinds;
    }

    private static ulong Sum(int start, Func<int, ulong> work)
    {
        ulong sum = 0;
        for (var i = start; i < start + Stretch; i++)
        {
            sum += work(i);
        }

        return sum;
    }

    private sealed class Register : IOfficeHolders
    {
        private readonly byte[] roles = new byte[People];
        private readonly int[] managers = new int[People];
        private readonly string[] names = new string[People];
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly HashSet<(int, int)> declared = [];
        private readonly Dictionary<string, string[]> holders = new(StringComparer.Ordinal);

        public Register()
        {
            var random = new Drawing(20260402);
            for (var person = 0; person < People; person++)
            {
                roles[person] = (byte)random.Next(Roles.Length);
                managers[person] = random.Next(People);
                names[person] = $"person-{person}";
                numbers[names[person]] = person;
            }

            for (var i = 0; i < Declared; i++)
            {
                declared.Add((random.Next(People), random.Next(People)));
            }

            for (var role = 0; role < Roles.Length; role++)
            {
                holders[Roles[role]] = [.. names.Where((_, person) => roles[person] == role).Take(3)];
            }
        }

        public string Name(int person) => names[person];

        public int KindOf(int actor, int subject) =>
            (((roles[actor] * Roles.Length) + roles[subject]) * 4) | (actor == subject ? 1 : 0) | (AreDeclared(actor, subject) ? 2 : 0);

        public IReadOnlyList<string> HoldersOf(string role, string? of, DateOnly? on) =>
            of is not null ? [names[managers[numbers[of]]]] : holders.GetValueOrDefault(role) ?? [];

        public IReadOnlyList<string> SubstitutesFor(string role, string? of, DateOnly? on) => [];

        public bool HaveDeclaredRelationship(string person, string other, DateOnly? on) => AreDeclared(numbers[person], numbers[other]);

        private bool AreDeclared(int one, int other) => declared.Contains((one, other)) || declared.Contains((other, one));
    }

    private sealed class Drawing(uint seed)
    {
        private uint state = seed;

        public int Next(int below)
        {
            state = unchecked((state * 1664525u) + 1013904223u);
            return (int)((state >> 8) % (uint)below);
        }
    }
}
