using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Templates;

public sealed record EndTemplateRequest(Guid Id, int Version);

/// <summary>A template is offered no longer. What was written with it stays, and so do its versions.</summary>
public sealed class EndTemplate(ComityDb db, TemplateRights rights, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(EndTemplateRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var template = await db.ReplyTemplates.FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        if (template is not { EndedAt: null } || !await rights.MayKeepAsync(viewer, template.ServiceAreaId, write.Today, cancellationToken))
        {
            return new RegisterChange.Missing();
        }

        if (template.Version != request.Version)
        {
            throw new ChangedSinceOpenedException($"Version {request.Version} was opened; it is now at {template.Version}.");
        }

        template.EndedAt = write.At;
        write.Record("template-ended", new JsonObject { ["template"] = $"{template.Id:N}", ["version"] = template.Version });
        await write.CommitAsync(cancellationToken);
        return new RegisterChange.Done(template.Id);
    }
}
