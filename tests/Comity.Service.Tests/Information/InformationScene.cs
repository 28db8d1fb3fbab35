using Comity.Service.Information;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Tests.Information;

/// <summary>A request for one document under a protocol, with whoever has it, and the acts that follow.</summary>
internal sealed class InformationScene : IAsyncDisposable
{
    public const string Reasons = "Letting it out before the tenders are opened would show each bidder what the others have offered.";

    /// <summary>What a member says at the front door; whoever decides goes by what was found.</summary>
    private static readonly Dictionary<string, string> Claims = new()
    {
        ["need-to-know-shown"] = "yes",
        ["held-or-controlled-by-council"] = "yes",
        ["relates-to-meeting-business"] = "yes",
    };

    private InformationScene(TestCouncil council, string reference, Guid owner)
    {
        Council = council;
        Reference = reference;
        Owner = owner;
    }

    public TestCouncil Council { get; }
    public string Reference { get; }

    /// <summary>Whoever has it to answer.</summary>
    public Guid Owner { get; }

    /// <param name="ofClerk">It is asked of no service, so the clerk has it.</param>
    /// <param name="receivedOn">The day on which it is asked; the tests' own day without it.</param>
    public static async Task<InformationScene> StartAsync(
        DatabaseKind kind,
        string protocol,
        bool ofClerk = false,
        string? nation = null,
        DateOnly? receivedOn = null
    )
    {
        var council = await TestCouncil.CreateAsync(kind, TestPeople.TextsOf(protocol));
        if (receivedOn is { } day)
        {
            council.Clock.Set(day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc));
        }

        if (nation is not null)
        {
            await council.ReadAsync(db => db.Councils.ExecuteUpdateAsync(set => set.SetProperty(row => row.Nation, nation)));
        }

        var at = await council.AskedAsync(request =>
            request with
            {
                Kind = EnquiryKind.Information,
                Subject = "The lease of the pavilion",
                Question = "May I see the lease of the pavilion?",
                Capacity = Capacity.Council,
                ServiceAreaId = ofClerk ? null : council.People.Highways,
                Facts = Claims,
            }
        );
        var owner = await council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == MatterParties.Owner).Select(party => party.PersonId!.Value).SingleAsync()
        );
        var scene = new InformationScene(council, at.Reference, owner);
        (
            await scene.ActAsync<AddItems>((act, at, by) => act.ExecuteAsync(new(at, "The lease of the pavilion"), by, default))
        ).ShouldBeOfType<ActResult.Done>();
        return scene;
    }

    public async Task<ActResult> ActAsync<TAct>(Func<TAct, MatterAt, Viewer, Task<ActResult>> act, Guid? by = null)
        where TAct : notnull
    {
        Council.Clock.Set(Council.Clock.Now.AddSeconds(1));
        var at = new MatterAt(Reference, (await Council.MatterAsync(Reference)).Version);
        return await Council.ActAsync<TAct>(by ?? Owner, (service, viewer) => act(service, at, viewer));
    }

    /// <summary>Puts on record what was found, with what a reasonable request has unless the test says otherwise.</summary>
    public async Task FoundAsync(
        ItemConsents? consents = null,
        string holding = ItemFindings.Held,
        params (string Fact, string Value)[] facts
    )
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["reasonableness-established"] = "yes",
            ["officer-able-to-share"] = "yes",
            ["relates-to-meeting-business"] = "no",
        };
        foreach (var (fact, value) in facts)
        {
            known[fact] = value;
        }

        var findings = new ItemFindings
        {
            Holding = holding,
            Facts = known.Where(fact => fact.Value.Length > 0).ToDictionary(fact => fact.Key, fact => fact.Value, StringComparer.Ordinal),
        };
        (
            await ActAsync<FindItem>((act, at, by) => act.ExecuteAsync(new(at, 1, findings, consents ?? new()), by, default))
        ).ShouldBeOfType<ActResult.Done>();
    }

    public async Task NeededAsync() =>
        (
            await ActAsync<StateNeed>(
                (act, at, by) =>
                    act.ExecuteAsync(
                        new(
                            at,
                            1,
                            new StatedNeed("Estates committee", "The pavilion", "The rent is in it", "To ask about the rent", "", true)
                        ),
                        by,
                        default
                    ),
                Council.People.Member
            )
        ).ShouldBeOfType<ActResult.Done>();

    public Task<ActResult> DecideAsync(
        ItemOutcome outcome,
        string[]? grounds = null,
        string inSpite = "",
        string reasons = Reasons,
        bool confidential = false
    ) =>
        ActAsync<DecideItem>(
            (act, at, by) =>
                act.ExecuteAsync(
                    new(
                        at,
                        1,
                        outcome,
                        new ItemRuling(
                            grounds ?? [],
                            outcome == ItemOutcome.All ? "" : reasons,
                            outcome == ItemOutcome.Part ? "The rent" : "",
                            inSpite
                        ),
                        confidential
                    ),
                    by,
                    default
                )
        );

    public Task<ActResult> DoubtAsync(string about, Guid? by = null) =>
        ActAsync<RaiseDoubt>((act, at, viewer) => act.ExecuteAsync(new(at, 1, about, "Is this ours to show?"), viewer, default), by);

    public async Task<ActResult> AnswerAsync(Guid by, ItemAnswerWord answer)
    {
        var question = (await ItemAsync()).Doubts.Last().Row.Id;
        return await ActAsync<AnswerDoubt>(
            (act, at, viewer) => act.ExecuteAsync(new(at, question, answer, "It may go."), viewer, default),
            by
        );
    }

    public Task<ActResult> ReplyAsync(string words = "Here is what we have decided.") =>
        ActAsync<ReplyToEnquiry>((act, at, by) => act.ExecuteAsync(new(at, words, []), by, default));

    public async Task<ItemAsRead> ItemAsync()
    {
        var matter = await Council.MatterAsync(Reference);
        return (await Council.DoAsync<InformationItems, ItemAsRead?>(items => items.FindAsync(matter, 1, default)))!;
    }

    public async Task<ItemVerdict> VerdictAsync()
    {
        var (item, viewer) = (await ItemAsync(), await Council.ViewerAsync(Owner));
        return await Council.DoAsync<InformationRules, ItemVerdict>(rules =>
            rules.OfAsync(item, viewer, Council.Clock.Today(), [], default)
        );
    }

    /// <summary>The person who was asked last.</summary>
    public Task<Guid> ConsultedAsync(string place = ItemQuestions.Consulted) =>
        Council.ReadAsync(db =>
            db.MatterParties.Where(party => party.Place == place && party.EndedAt == null)
                .OrderByDescending(party => party.Since)
                .Select(party => party.PersonId!.Value)
                .FirstAsync()
        );

    public async Task<IReadOnlyList<string>> DecidedByAsync()
    {
        var records = await Council.ReadAsync(db =>
            (
                from entry in db.RecordEntries
                where entry.Kind == "decision-taken"
                join content in db.Contents on entry.ContentId equals content.Id
                orderby entry.Sequence
                select content.Text
            ).ToListAsync()
        );
        return [.. records.OfType<string>()];
    }

    public async Task AppointAsync(string role, string name)
    {
        var now = Council.Clock.Now;
        await Council.ReadAsync(async db =>
        {
            var (person, office) = (
                new Person
                {
                    Id = Guid.CreateVersion7(),
                    FullName = name,
                    RecordedAt = now,
                },
                new Office
                {
                    Id = Guid.CreateVersion7(),
                    Title = name,
                    Role = role,
                    From = TestPeople.Since,
                }
            );
            db.AddRange(person, office);
            db.Add(
                new Holding
                {
                    Id = Guid.CreateVersion7(),
                    OfficeId = office.Id,
                    PersonId = person.Id,
                    From = TestPeople.Since,
                    RecordedAt = now,
                }
            );
            return await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => Council.DisposeAsync();
}
