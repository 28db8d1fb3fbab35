using Comity.Protocols;
using Comity.Service.Concerns;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Testing;

namespace Comity.Service.Tests.Concerns;

/// <summary>A council under one protocol in which somebody holds each of the offices to which concerns go; each bears the name of the office.</summary>
internal sealed class CouncilOf : IAsyncDisposable
{
    private static readonly string[] Offices =
    [
        "chairman-of-council",
        "conciliator",
        "chief-executive",
        "personnel-committee-chairman",
        "personnel-committee",
        "personnel-group",
        "handbook-contact",
        "disciplinary-authority",
        "assistant-director",
    ];

    private CouncilOf(TestCouncil council) => Council = council;

    public TestCouncil Council { get; }

    public TestPeople People => Council.People;

    public static async Task<CouncilOf> ProtocolAsync(string protocol)
    {
        var council = await TestCouncil.CreateAsync(DatabaseKind.Sqlite, TestPeople.TextsOf(protocol));
        await council.ReadAsync(db =>
        {
            foreach (var role in Offices)
            {
                var person = new Person
                {
                    Id = Guid.CreateVersion7(),
                    FullName = role,
                    RecordedAt = council.Clock.Now,
                };
                var office = new Office
                {
                    Id = Guid.CreateVersion7(),
                    Title = role,
                    Role = role,
                    From = TestPeople.Since,
                };
                db.AddRange(person, office);
                db.Add(
                    new Holding
                    {
                        Id = Guid.CreateVersion7(),
                        OfficeId = office.Id,
                        PersonId = person.Id,
                        From = TestPeople.Since,
                        RecordedAt = council.Clock.Now,
                    }
                );
            }

            return db.SaveChangesAsync();
        });
        return new CouncilOf(council);
    }

    public Task<Guid> HolderAsync(string role) =>
        Council.ReadAsync(db => Task.FromResult(db.Holdings.Single(holding => holding.Office!.Role == role).PersonId));

    public ConcernCase Case(string act, Guid by, Guid about, params (string Fact, string Value)[] facts) =>
        new(act, by, about, facts.ToDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal), Council.Clock.Today());

    public Task<ConcernAnswer> AskAsync(string act, Guid by, Guid about, params (string Fact, string Value)[] facts) =>
        Council.DoAsync<ConcernRules, ConcernAnswer>(rules => rules.AskAsync(Case(act, by, about, facts), default));

    /// <summary>What the person reads before anything is sent.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(string act, Guid by, Guid about, params (string Fact, string Value)[] facts) =>
        [.. (await AskAsync(act, by, about, facts)).Decision.Shows.Select(show => show.Text)];

    public Task<Decision> HandlingAsync(Guid hearer, Guid by, Guid about, bool alone = true, params (string Fact, string Value)[] facts) =>
        Council.DoAsync<ConcernRules, Decision>(rules =>
            rules.HandlingAsync(
                Case("raise-concern", by, about),
                hearer,
                alone,
                facts.ToDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal),
                default
            )
        );

    public Task<Decision> SettlingAsync(Guid hearer, Guid by, Guid about, params (string Fact, string Value)[] facts) =>
        Council.DoAsync<ConcernRules, Decision>(rules =>
            rules.SettlingAsync(
                Case("raise-concern", by, about),
                hearer,
                facts.ToDictionary(fact => fact.Fact, fact => fact.Value, StringComparer.Ordinal),
                default
            )
        );

    /// <summary>What an officer reads who is about to raise something of the own job.</summary>
    public async Task<IReadOnlyList<string>> OwnJobAsync(bool aboutColleague = false)
    {
        var read = await Council.DoAsync<Library, ReadTogether>(library => library.OnAsync(Council.Clock.Today(), default));
        return await Council.DoAsync<ConcernRules, IReadOnlyList<string>>(rules =>
            Task.FromResult<IReadOnlyList<string>>([.. rules.OwnJob(read, aboutColleague).Select(show => show.Text)])
        );
    }

    /// <summary>The clauses offered as grounds of a concern about somebody with this role.</summary>
    public async Task<IReadOnlyList<string>> GroundsAsync(string role)
    {
        var read = await Council.DoAsync<Library, ReadTogether>(library => library.OnAsync(Council.Clock.Today(), default));
        return [.. ConcernGrounds.Under(read, [role]).Select(ground => ground.Norm)];
    }

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
