using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Templates;

/// <param name="Id">Null for a new one, of which the service and the use are said; they do not change later.</param>
/// <param name="Version">The version that the person saw; 0 for a new one.</param>
public sealed record KeepTemplateRequest(Guid? Id, Guid? ServiceAreaId, string? Use, string? Title, string? Text, int Version);

/// <summary>
/// Writes a template, or the next version of one. Whoever keeps the register keeps the council's and every service's; a chief officer keeps those of the
/// own service. What it said before stays.
/// </summary>
public sealed class KeepTemplate(ComityDb db, TemplateRights rights, CouncilWrites writes)
{
    public async Task<RegisterChange> ExecuteAsync(KeepTemplateRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(viewer);
        await using var write = await writes.BeginAsync(viewer.ToActing(), cancellationToken);
        var template = await db.ReplyTemplates.FirstOrDefaultAsync(row => row.Id == request.Id, cancellationToken);
        var service = template is null ? request.ServiceAreaId : template.ServiceAreaId;
        if (
            (request.Id is not null && template is not { EndedAt: null })
            || !await rights.MayKeepAsync(viewer, service, write.Today, cancellationToken)
        )
        {
            return new RegisterChange.Missing();
        }

        var errors = new FieldErrors();
        errors.Text(request.Title, nameof(request.Title), "Enter a title", ReplyTemplate.LongestTitle);
        errors.Text(request.Text, nameof(request.Text), "Enter what it says", TemplateVersion.LongestText);
        errors.When(template is null && !TemplateUse.All.Contains(request.Use), nameof(request.Use), "Choose what it is for");
        if (request.Text is { } text && TemplateText.Unknown(text) is [var unknown, ..])
        {
            errors.Add(
                nameof(request.Text),
                $"Nothing is filled in for {unknown}. Use {string.Join(", ", TemplateText.Places)}, or leave the braces out"
            );
        }

        if (errors.Any)
        {
            return errors.Refused;
        }

        if (template is null)
        {
            template = new ReplyTemplate
            {
                Id = write.NewId(),
                ServiceAreaId = service,
                Use = request.Use!,
            };
            db.ReplyTemplates.Add(template);
        }
        else if (template.Version != request.Version)
        {
            throw new ChangedSinceOpenedException($"Version {request.Version} was opened; it is now at {template.Version}.");
        }

        template.Version++;
        db.TemplateVersions.Add(
            new TemplateVersion
            {
                Id = write.NewId(),
                TemplateId = template.Id,
                Number = template.Version,
                Title = request.Title!.Trim(),
                Text = request.Text!.Trim(),
                ByPersonId = viewer.PersonId,
                At = write.At,
            }
        );
        write.Record(
            "template-kept",
            new JsonObject
            {
                ["template"] = $"{template.Id:N}",
                ["version"] = template.Version,
                ["service"] = service is { } id ? $"{id:N}" : null,
                ["use"] = template.Use,
                ["title"] = request.Title.Trim(),
                ["text"] = request.Text.Trim(),
            }
        );
        await write.CommitAsync(cancellationToken);
        return new RegisterChange.Done(template.Id);
    }
}
