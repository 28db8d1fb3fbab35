using Comity.Service.Matters;
using Comity.Service.Storage;
using Comity.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Infrastructure;

/// <summary>Who is looking in this request, and which day it is for the council.</summary>
public sealed class CurrentViewer(IHttpContextAccessor accessor, ComityDb db, ViewerTokens tokens, TimeProvider clock)
{
    private Viewer? _viewer;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Today in London: legal dates are the council's own.</summary>
    public DateOnly Today { get; } = LondonDay.Of(clock.GetUtcNow());

    public async ValueTask<Viewer> GetAsync(CancellationToken cancellationToken = default)
    {
        if (_viewer is not null)
        {
            return _viewer;
        }

        var principal = accessor.HttpContext?.User;
        return _viewer =
            principal is null || Session.PersonOf(principal) is not { } personId
                ? Viewer.Nobody
                : await OfAsync(personId, cancellationToken);
    }

    private async Task<Viewer> OfAsync(Guid personId, CancellationToken cancellationToken)
    {
        var today = Today;
        var offices = await db
            .Holdings.Where(held => held.PersonId == personId && held.From <= today && (held.Until == null || held.Until >= today))
            .Select(held => new { held.OfficeId, held.Office!.Role })
            .ToListAsync(cancellationToken);
        var name = await db
            .People.Where(person => person.Id == personId)
            .Select(person => person.FullName)
            .FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return Viewer.Nobody;
        }

        Guid[] ids = [.. offices.Select(held => held.OfficeId).Distinct()];
        return ids.Length == 0
            ? new Viewer(personId, name, [], [], [])
            : new Viewer(personId, name, ids, [.. offices.Select(held => held.Role).Distinct()], tokens.All(personId, ids));
    }
}
