using Comity.Service.Kept;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Templates;

/// <summary>The templates that an officer may start a message in a matter from, and their words with the matter's own put in.</summary>
public sealed class TemplatesOnOffer(ComityDb db, CouncilNow now, MatterParties parties)
{
    public sealed record Offered(Guid Id, string Title);

    /// <summary>Those of the council, of the matter's service and of the officer's own, and of the services that these are part of.</summary>
    public async Task<IReadOnlyList<Offered>> ForAsync(
        Matter matter,
        string use,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(matter);
        return await (await OpenAsync(matter, use, viewer, on, cancellationToken))
            .OrderBy(version => version.Title)
            .Select(version => new Offered(version.TemplateId, version.Title))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What it says in this matter; null where it is not on offer there.</summary>
    public async Task<string?> FilledAsync(
        Guid template,
        Standing standing,
        string use,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(standing);
        var text = await (await OpenAsync(standing.Matter, use, viewer, on, cancellationToken))
            .Where(version => version.TemplateId == template)
            .Select(version => version.Text)
            .FirstOrDefaultAsync(cancellationToken);
        if (text is null)
        {
            return null;
        }

        var asker = await parties.InAsync(standing.Parties, MatterParties.RaisedBy, cancellationToken);
        var register = (await now.GetAsync(cancellationToken)).Register;
        var due = standing.Duties.Where(duty => duty.State == DutyState.Owed && duty.Kind != MembersAnswer.Duty).Min(duty => duty.DueOn);
        return TemplateText.Fill(
            text,
            standing.Matter.Reference,
            asker is null ? "" : register.NameOf(asker.PersonId) ?? "",
            due?.InWords() ?? "(no date is set)"
        );
    }

    private async Task<IQueryable<TemplateVersion>> OpenAsync(
        Matter matter,
        string use,
        Viewer viewer,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var register = (await now.GetAsync(cancellationToken)).Register;
        var tree = register.Services(on);
        Guid?[] services =
        [
            .. register
                .OfficesOf(viewer.PersonId, on)
                .Select(office => office.ServiceAreaId)
                .Append(matter.ServiceAreaId)
                .OfType<Guid>()
                .SelectMany(tree.PathUp)
                .Distinct()
                .Select(id => (Guid?)id),
        ];
        return from template in db.ReplyTemplates.AsNoTracking()
            where
                template.EndedAt == null
                && template.Use == use
                && (template.ServiceAreaId == null || services.Contains(template.ServiceAreaId))
            join version in db.TemplateVersions
                on new { template.Id, Number = template.Version } equals new { Id = version.TemplateId, version.Number }
            select version;
    }
}
