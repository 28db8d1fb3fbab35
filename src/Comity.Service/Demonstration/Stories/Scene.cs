using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Service.Demonstration.Stories;

/// <summary>One instant of a story: the service's own classes, and the people who act by them.</summary>
internal sealed class Scene(IServiceProvider services, Cast cast, DateOnly today)
{
    public Cast Cast => cast;
    public DateOnly Today => today;

    public TService The<TService>()
        where TService : notnull => services.GetRequiredService<TService>();

    public Task<Viewer> AsAsync(Guid person, CancellationToken cancellationToken) =>
        The<Viewers>().OfAsync(person, today, cancellationToken);

    /// <summary>Somebody asks through the front door.</summary>
    public async Task<Guid> AskAsync(AskOfficerRequest request, CancellationToken cancellationToken) =>
        IdOf(
            await The<AskOfficer>().ExecuteAsync(request, await AsAsync(request.MemberId, cancellationToken), cancellationToken),
            request.Subject
        );

    public static Guid IdOf(AskOfficerResult result, string subject) =>
        result is AskOfficerResult.Asked asked
            ? asked.MatterId
            : throw new InvalidOperationException($"“{subject}” could not be asked: {result}.");

    /// <summary>Whoever has the matter to answer does something in it.</summary>
    public async Task OwnerDoesAsync<TAct>(
        Guid matterId,
        Func<TAct, MatterAt, Viewer, Task<ActResult>> act,
        CancellationToken cancellationToken
    )
        where TAct : notnull => await DoesAsync(matterId, await OwnerAsync(matterId, cancellationToken), act, cancellationToken);

    public async Task DoesAsync<TAct>(
        Guid matterId,
        Guid person,
        Func<TAct, MatterAt, Viewer, Task<ActResult>> act,
        CancellationToken cancellationToken
    )
        where TAct : notnull
    {
        var result = await act(The<TAct>(), await AtAsync(matterId, cancellationToken), await AsAsync(person, cancellationToken));
        if (result is not ActResult.Done)
        {
            throw new InvalidOperationException($"{typeof(TAct).Name} under {cast.Council.ProtocolKey} was not done: {result}.");
        }
    }

    public async Task<MatterAt> AtAsync(Guid matterId, CancellationToken cancellationToken)
    {
        var matter = await MatterAsync(matterId, cancellationToken);
        return new MatterAt(matter.Reference, matter.Version);
    }

    public Task<Matter> MatterAsync(Guid matterId, CancellationToken cancellationToken) =>
        The<ComityDb>().Matters.AsNoTracking().SingleAsync(matter => matter.Id == matterId, cancellationToken);

    public async Task<Guid> OwnerAsync(Guid matterId, CancellationToken cancellationToken)
    {
        var owner = await The<MatterParties>()
            .InAsync(await MatterAsync(matterId, cancellationToken), MatterParties.Owner, cancellationToken);
        return (await The<CouncilOnDate>().ActingInAsync([owner!.OfficeId!.Value], today, cancellationToken))[0].PersonId;
    }
}
