using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Demonstration;

/// <summary>
/// Makes a fictional council under the wigan protocol and a year of its members' enquiries, up to today. The same day gives the same people, words,
/// dates and states; ids, references, salts and keys are drawn afresh as in any council.
/// </summary>
/// <param name="scopes">Of <see cref="Compose"/>: every act gets classes and a context of its own.</param>
public sealed class BuildDemonstration(IServiceScopeFactory scopes, DemonstrationClock clock)
{
    public const string ProtocolKey = "wigan";

    private const ulong Seed = 0x4B454C4445524259;

    /// <summary>The row of the fictional council; it is in the database before anything else, because keys and log belong to it.</summary>
    public static Council NewCouncil(Guid id, DateTime createdAt) =>
        new()
        {
            Id = id,
            Name = FictionalPlaces.Council,
            Kind = "metropolitan",
            Nation = "england",
            ProtocolKey = ProtocolKey,
            Colour = "#5b2a5e",
            Fictional = true,
            SetUpComplete = true,
            CreatedAt = createdAt,
        };

    /// <summary>What the builder works with: the service's own classes on this database, with a clock that it can set.</summary>
    public static ServiceProvider Compose(Func<ComityDb> open, CouncilKeyRing keys, ViewerTokens tokens, DemonstrationClock clock) =>
        new ServiceCollection()
            .AddComityServices()
            .AddScoped(_ => open())
            .AddSingleton(keys)
            .AddSingleton(tokens)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SiteAddress(new Uri("http://localhost/")))
            .BuildServiceProvider();

    /// <param name="texts">Everything in the folder of protocols; the builder takes what the council reads.</param>
    public async Task ExecuteAsync(IReadOnlyList<SourceText> texts, DateOnly today, CancellationToken cancellationToken)
    {
        var read = CouncilTexts.For(texts, ProtocolKey);
        var settledOn = today.AddYears(-1).AddDays(-14);
        clock.Set(settledOn, new TimeOnly(9, 0));

        var names = new FictionalNames(new SeededNumbers(Seed));
        var cast = await RegisterAsync(names, today, cancellationToken);
        await TakeUpAsync(read, cast, settledOn, cancellationToken);

        var holidays = BankHolidays.Read(read.Single(text => text.Path.EndsWith("bank-holidays.tsv", StringComparison.Ordinal)));
        var calendar = holidays.ForCouncil(Nation.EnglandAndWales);
        var plans = new EnquiryPlans(new SeededNumbers(Seed + 1), names, cast, calendar, today);
        await new PlayEnquiries(scopes, clock, cast, new SeededNumbers(Seed + 2), calendar).ExecuteAsync(plans.Make(), cancellationToken);
        await DeclareAsync(cast, cancellationToken);
        await FinishAsync(cancellationToken);
    }

    private async Task<Cast> RegisterAsync(FictionalNames names, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();
        await RelaxedCommits.BeginAsync(db, cancellationToken);
        await using var write = await scope
            .ServiceProvider.GetRequiredService<CouncilWrites>()
            .BeginAsync(Acting.Service, cancellationToken);
        var cast = new FictionalCouncil(db, new SeededNumbers(Seed + 3), names, today, write.At).Make();
        write.Record(
            "demonstration-begun",
            new JsonObject
            {
                ["council"] = FictionalPlaces.Council,
                ["fictional"] = true,
                ["people"] = db.ChangeTracker.Entries<Person>().Count(),
            }
        );
        await write.CommitAsync(cancellationToken);
        return cast;
    }

    private async Task TakeUpAsync(IReadOnlyList<SourceText> read, Cast cast, DateOnly from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<ComityDb>();
        await RelaxedCommits.BeginAsync(db, cancellationToken);
        var officer = await services.GetRequiredService<Viewers>().OfAsync(cast.MonitoringOfficer.Id, from, cancellationToken);
        await services.GetRequiredService<TakeUpTexts>().ExecuteAsync(read, officer.ToActing(), cancellationToken);

        var own = read.Single(text => text.Path.StartsWith(ProtocolKey + "/", StringComparison.Ordinal));
        var title = (await services.GetRequiredService<Library>().OnAsync(from, cancellationToken)).File.Control.Title;
        await using (var write = await services.GetRequiredService<CouncilWrites>().BeginAsync(officer.ToActing(), cancellationToken))
        {
            db.ProtocolAdoptions.Add(
                new ProtocolAdoption
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                    ProtocolKey = ProtocolKey,
                    Sha256 = TakeUpTexts.HashOf(own),
                    Title = title,
                    Minute = "Council minute 17 (fictional)",
                    AdoptedOn = from,
                    From = from,
                    RecordedAt = write.At,
                }
            );
            write.Record(
                "protocol-adopted",
                new JsonObject
                {
                    ["protocol"] = ProtocolKey,
                    ["text"] = TakeUpTexts.HashOf(own),
                    ["minute"] = "Council minute 17 (fictional)",
                    ["from"] = from.ToString("O", CultureInfo.InvariantCulture),
                }
            );
            await write.CommitAsync(cancellationToken);
        }

        // The protocol gives neither a pause nor an extension, and the council has stated none: the pages show the gap. Following up it has settled.
        var stated = await services
            .GetRequiredService<StateArrangement>()
            .ExecuteAsync(
                officer,
                new StateArrangementRequest(ArrangementKeys.FollowUpWindow, "20", "Council minute 18 (fictional)", from, null),
                cancellationToken
            );
        if (stated is not RegisterChange.Done)
        {
            throw new InvalidOperationException($"The arrangement was not taken: {stated}.");
        }

        // Where the officer named by Planning may not have something and nobody is next in line, the service's lead officer has it.
        var planning = cast.Services["Planning"];
        var substitute = await services
            .GetRequiredService<StateSubstitute>()
            .ExecuteAsync(
                officer,
                new StateSubstituteRequest(
                    NamedContact.RegularSeniorOfficer,
                    planning.Id,
                    cast.LeadOffices[planning.Id][1].Id,
                    "Council minute 19 (fictional)",
                    from,
                    null,
                    new HashSet<string> { NamedContact.RegularSeniorOfficer }
                ),
                cancellationToken
            );
        if (substitute is not RegisterChange.Done)
        {
            throw new InvalidOperationException($"The substitute was not taken: {substitute}.");
        }
    }

    /// <summary>The head of Planning is a cousin of one of the members: sealed, and seen by the two, by whoever was told and by the Monitoring Officer.</summary>
    private async Task DeclareAsync(Cast cast, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var day = clock.Today();
        var head = (
            await services
                .GetRequiredService<CouncilOnDate>()
                .ActingInAsync([cast.LeadOffices[cast.Services["Planning"].Id][0].Id], day, cancellationToken)
        )[0];
        var declared = await services
            .GetRequiredService<DeclareRelationship>()
            .ExecuteAsync(
                await services.GetRequiredService<Viewers>().OfAsync(head.PersonId, day, cancellationToken),
                new DeclareRelationshipRequest(
                    head.PersonId,
                    cast.Members.First(member => member.SitsOn(day)).Person.Id,
                    Tie.Family,
                    "We are cousins. (fictional)",
                    cast.MonitoringOfficer.Id,
                    day
                ),
                cancellationToken
            );
        if (declared is not RegisterChange.Done)
        {
            throw new InvalidOperationException($"The relationship was not taken: {declared}.");
        }
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComityDb>();

        // Nothing of a made-up council leaves: its notices count as gone the moment they were written.
        await db
            .Outbox.Where(mail => mail.SentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.SentAt, mail => mail.CreatedAt), cancellationToken);
        await RelaxedCommits.FlushAsync(db, cancellationToken);
    }
}
