using Comity.Service.Demonstration;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Tests.Demonstration;

/// <summary>One of the demonstration councils on the day after it was made, with nothing asked yet, and the service's own classes on it.</summary>
internal sealed class DemonstratedCouncil : IAsyncDisposable
{
    public static readonly DateOnly Today = BuiltDemonstration.Today;
    private static readonly Dictionary<string, string> NoFacts = [];

    private readonly BuiltDemonstration.Built _built;
    private readonly ServiceProvider _provider;

    private DemonstratedCouncil(BuiltDemonstration.Built built, ServiceProvider provider)
    {
        (_built, _provider) = (built, provider);
    }

    public static async Task<DemonstratedCouncil> CreateAsync(DatabaseKind kind, string protocol)
    {
        var council = DemonstrationCouncils.Find(protocol)! with { Enquiries = [], Cousin = null, HasStories = false };
        var (built, clock, services) = await BuiltDemonstration.MakeAsync(kind, council);
        clock.Set(Today, new TimeOnly(10, 0));
        return new DemonstratedCouncil(built, services);
    }

    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<ComityDb, Task<T>> read) => DoAsync(read);

    /// <summary>Who holds the office of this title today.</summary>
    public async Task<HeldOffice> HolderAsync(string title) =>
        await DoAsync<CouncilOnDate, HeldOffice>(council => council.HeldOffices(Today).FirstAsync(held => held.Title == title));

    /// <summary>The seat of a member who holds no office beside it and leads nothing.</summary>
    public async Task<HeldOffice> BackBencherAsync()
    {
        var held = await DoAsync<CouncilOnDate, List<HeldOffice>>(council => council.HeldOffices(Today).ToListAsync());
        var leading = await ReadAsync(db =>
            db.Memberships.Where(place => place.Place != Places.Member).Select(place => place.PersonId).ToListAsync()
        );
        var single = held.GroupBy(one => one.PersonId).Where(offices => offices.Count() == 1).Select(offices => offices.Single());
        return single.First(one => one.Role == "member" && !leading.Contains(one.PersonId));
    }

    public async Task<AskOfficerRequest> RequestAsync(EnquiryKind kind, HeldOffice? by = null)
    {
        var member = by ?? await BackBencherAsync();
        return new AskOfficerRequest
        {
            Kind = kind,
            Subject = "Street lighting in the ward",
            Question = "Which lights in the ward are out, and when will each be mended?",
            ServiceAreaId = await ReadAsync(db =>
                db.ServiceAreas.Where(service => service.Name == "Street Lighting")
                    .Select(service => (Guid?)service.Id)
                    .SingleOrDefaultAsync()
            ),
            WardId = member.WardId,
            Capacity = Capacity.WardRepresentative,
            MemberId = member.PersonId,
            Facts = NoFacts,
        };
    }

    public Task<EnquiryAnswer> AnswerAsync(AskOfficerRequest request) =>
        DoAsync<EnquiryRules, EnquiryAnswer>(rules => rules.MayAskAsync(EnquiryCase.From(request, Today), default));

    public async Task<AskOfficerResult> AskAsync(AskOfficerRequest request) =>
        await DoAsync<AskOfficer, AskOfficerResult>(async ask =>
            await ask.ExecuteAsync(request, await ViewerAsync(request.MemberId), default)
        );

    /// <summary>Asks, and gives what came of it.</summary>
    public async Task<Asked> AskedAsync(AskOfficerRequest request)
    {
        var answer = await AnswerAsync(request);
        var asked = (await AskAsync(request)).ShouldBeOfType<AskOfficerResult.Asked>();
        var matter = await ReadAsync(db => db.Matters.Include(one => one.Duties).SingleAsync(one => one.Id == asked.MatterId));
        var owner = await DoAsync<MatterParties, PartyIdentity?>(parties => parties.InAsync(matter, MatterParties.Owner, default));
        var title = await ReadAsync(db =>
            db.Offices.Where(office => office.Id == owner!.OfficeId).Select(office => office.Title).SingleAsync()
        );
        return new Asked(answer, matter, matter.Duties.ShouldHaveSingleItem(), title);
    }

    public async Task<ActResult> ReplyAsync(Asked asked, string? whyNotCopied = null)
    {
        var holder = await HolderAsync(asked.OwnerTitle);
        return await DoAsync<ReplyToEnquiry, ActResult>(async reply =>
            await reply.ExecuteAsync(
                new(new(asked.Matter.Reference, asked.Matter.Version), "They are mended on Thursday.", [], whyNotCopied),
                await ViewerAsync(holder.PersonId),
                default
            )
        );
    }

    public async Task<Viewer> ViewerAsync(Guid person) => await DoAsync<Viewers, Viewer>(viewers => viewers.OfAsync(person, Today));

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await _built.DisposeAsync();
    }

    /// <param name="OwnerTitle">The office that has it to answer.</param>
    internal sealed record Asked(EnquiryAnswer Answer, Matter Matter, Duty Duty, string OwnerTitle);
}
