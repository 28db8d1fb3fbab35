using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Web.SignIn;

namespace Comity.Web.Infrastructure;

/// <summary>Who is looking in this request, and which day it is for the council.</summary>
public sealed class CurrentViewer(IHttpContextAccessor accessor, Viewers viewers, TimeProvider clock)
{
    private Viewer? _viewer;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Today in London: legal dates are the council's own.</summary>
    public DateOnly Today { get; } = clock.Today();

    /// <summary>Whose session it is; empty where there is none.</summary>
    public Guid PersonId => accessor.HttpContext?.User is { } principal ? Session.PersonOf(principal) ?? Guid.Empty : Guid.Empty;

    public async ValueTask<Viewer> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_viewer is not null)
        {
            return _viewer;
        }

        var personId = PersonId;
        return _viewer = personId == Guid.Empty ? Viewer.Nobody : await viewers.OfAsync(personId, Today, cancellationToken);
    }

    /// <summary>The same person as somebody who does something.</summary>
    public async ValueTask<Acting> ActingAsync(CancellationToken cancellationToken = default)
    {
        var viewer = await GetAsync(cancellationToken);
        return viewer.PersonId == Guid.Empty ? throw new NotFoundException() : new Acting(viewer.PersonId, viewer.Name);
    }
}
