using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;

namespace Comity.Service.Requests;

public sealed record ShowReadsRequest(MatterAt At);

/// <summary>
/// The member lets the Monitoring Officer see who has opened what of a matter, and nothing of the matter itself. Without such an act the Monitoring
/// Officer does not learn that it exists: the log of reads is behind the wall like all else.
/// </summary>
public sealed class ShowReads(
    Enquiries enquiries,
    CouncilOnDate council,
    MatterParties parties,
    Audience audience,
    ViewerTokens tokens,
    Notices notices
)
{
    private const string MonitoringOfficer = "monitoring-officer";

    public Task<ActResult> ExecuteAsync(ShowReadsRequest request, Viewer viewer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                var owner = await parties.InAsync(matter, MatterParties.Owner, cancellationToken);

                // Nobody looks into their own reading.
                var officers = (await council.HoldersOfRoleAsync(MonitoringOfficer, write.Today, cancellationToken))
                    .Where(held => held.PersonId != owner?.PersonId && held.PersonId != viewer.PersonId)
                    .ToList();
                if (officers.Count == 0)
                {
                    return new("There is no Monitoring Officer today who has nothing to do with it.", Audience.SafeguardSource);
                }

                foreach (var office in officers.DistinctBy(held => held.OfficeId))
                {
                    audience.Give(
                        write,
                        matter,
                        tokens.Office(office.OfficeId, matter.Class),
                        [Parts.Reads],
                        "The member asked that it be looked at who has read this.",
                        Audience.SafeguardSource
                    );
                }

                foreach (var officer in officers)
                {
                    await notices.TellAsync(
                        write,
                        officer.PersonId,
                        matter,
                        "A member asks you to look at who has read something of theirs.",
                        cancellationToken
                    );
                }

                return null;
            },
            cancellationToken
        );
    }
}
