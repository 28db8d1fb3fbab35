using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Calendars;
using Comity.Service.Arrangements;
using Comity.Service.Content;
using Comity.Service.Demonstration.Stories;
using Comity.Service.Mail;
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
/// Makes a fictional council and a year of its members' enquiries, up to today. The same day gives the same people, words, dates and states; ids,
/// references, salts and keys are drawn afresh as in any council.
/// </summary>
/// <param name="scopes">Of <see cref="Compose"/>: every act gets classes and a context of its own.</param>
public sealed class BuildDemonstration(IServiceScopeFactory scopes, DemonstrationClock clock, DemonstrationCouncil council)
{
    /// <summary>The row of the fictional council; it is in the database before anything else, because keys and log belong to it.</summary>
    public static Council NewCouncil(DemonstrationCouncil council, Guid id, DateTime createdAt) =>
        new()
        {
            Id = id,
            Name = council.Name,
            Kind = council.Kind,
            Nation = council.Nation,
            ProtocolKey = council.ProtocolKey,
            Colour = council.Colour,
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
            .AddSingleton(MailIn.None)
            .BuildServiceProvider();

    /// <param name="texts">Everything in the folder of protocols; the builder takes what the council reads.</param>
    public async Task ExecuteAsync(IReadOnlyList<SourceText> texts, DateOnly today, CancellationToken cancellationToken)
    {
        var read = CouncilTexts.For(texts, council.ProtocolKey);
        var settledOn = today.AddYears(-1).AddDays(-14);
        clock.Set(settledOn, new TimeOnly(9, 0));

        var names = new FictionalNames(new SeededNumbers(council.Seed));
        var cast = await RegisterAsync(names, today, cancellationToken);
        await TakeUpAsync(read, cast, settledOn, cancellationToken);

        var holidays = BankHolidays.Read(read.Single(text => text.Path.EndsWith("bank-holidays.tsv", StringComparison.Ordinal)));
        var calendar = holidays.ForCouncil(Nations.FromKey(council.Nation)!.Value);
        var plans = new EnquiryPlans(new SeededNumbers(council.Seed + 1), names, cast, calendar, today);
        var stories = council.HasStories ? new Storyline(new SeededNumbers(council.Seed + 4), cast, calendar, today).Make() : [];
        await new PlayEnquiries(scopes, clock, cast, new SeededNumbers(council.Seed + 2), calendar).ExecuteAsync(
            [.. plans.Make().Concat(stories).OrderBy(step => step.At).ThenBy(step => step.Kind)],
            cancellationToken
        );
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
        var cast = new FictionalCouncil(db, council, new SeededNumbers(council.Seed + 3), names, today, write.At).Make();
        write.Record(
            "demonstration-begun",
            new JsonObject
            {
                ["council"] = council.Name,
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
        var officer = await services.GetRequiredService<Viewers>().OfAsync(cast.Keeper.Id, from, cancellationToken);
        await services.GetRequiredService<TakeUpTexts>().ExecuteAsync(read, officer.ToActing(), cancellationToken);

        var own = read.Single(text => text.Path.StartsWith(council.ProtocolKey + "/", StringComparison.Ordinal));
        var title = (await services.GetRequiredService<Library>().OnAsync(from, cancellationToken)).File.Control.Title;
        await using (var write = await services.GetRequiredService<CouncilWrites>().BeginAsync(officer.ToActing(), cancellationToken))
        {
            db.ProtocolAdoptions.Add(
                new ProtocolAdoption
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                    ProtocolKey = council.ProtocolKey,
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
                    ["protocol"] = council.ProtocolKey,
                    ["text"] = TakeUpTexts.HashOf(own),
                    ["minute"] = "Council minute 17 (fictional)",
                    ["from"] = from.ToString("O", CultureInfo.InvariantCulture),
                }
            );
            await write.CommitAsync(cancellationToken);
        }

        await SettleAsync(services, cast, from, cancellationToken);
    }

    /// <summary>What the council has arranged where its protocol is silent, each by a minute of its own.</summary>
    private async Task SettleAsync(IServiceProvider services, Cast cast, DateOnly from, CancellationToken cancellationToken)
    {
        var minute = 17;
        foreach (var (key, value) in council.Arrangements)
        {
            var stated = await services
                .GetRequiredService<StateArrangement>()
                .ExecuteAsync(
                    await ViewerAsync(council.Keeper),
                    new StateArrangementRequest(key, value, NextMinute(), from, null),
                    cancellationToken
                );
            if (stated is not RegisterChange.Done)
            {
                throw new InvalidOperationException($"The arrangement of {key} was not taken: {stated}.");
            }
        }

        foreach (var (role, post, service, enteredBy) in council.Substitutes)
        {
            var stated = await services
                .GetRequiredService<StateSubstitute>()
                .ExecuteAsync(
                    await ViewerAsync(enteredBy ?? council.Keeper),
                    new StateSubstituteRequest(
                        role,
                        service is null ? null : cast.Services[service].Id,
                        cast.Posts[post].Office.Id,
                        NextMinute(),
                        from,
                        null,
                        new HashSet<string> { role }
                    ),
                    cancellationToken
                );
            if (stated is not RegisterChange.Done)
            {
                throw new InvalidOperationException($"The substitute for {role} was not taken: {stated}.");
            }
        }

        string NextMinute() => $"Council minute {++minute} (fictional)";

        Task<Viewer> ViewerAsync(string post) =>
            services.GetRequiredService<Viewers>().OfAsync(cast.Posts[post].Person.Id, from, cancellationToken);
    }

    /// <summary>An officer is a cousin of one of the members: sealed, and seen by the two, by whoever was told and by the Monitoring Officer.</summary>
    private async Task DeclareAsync(Cast cast, CancellationToken cancellationToken)
    {
        if (council.Cousin is not { } post)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var day = clock.Today();
        var officer = cast.Posts[post].Person;
        var declared = await services
            .GetRequiredService<DeclareRelationship>()
            .ExecuteAsync(
                await services.GetRequiredService<Viewers>().OfAsync(officer.Id, day, cancellationToken),
                new DeclareRelationshipRequest(
                    officer.Id,
                    cast.Members.First(member => member.SitsOn(day)).Person.Id,
                    Tie.Family,
                    "We are cousins. (fictional)",
                    cast.Keeper.Id,
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
