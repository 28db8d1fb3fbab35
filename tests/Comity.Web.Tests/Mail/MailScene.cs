using System.Globalization;
using System.Text;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.Requests;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Mail;

/// <summary>A council that takes email at council@elmbrook.example, with people who write to it.</summary>
public sealed class MailScene : IAsyncDisposable
{
    public const string Council = "council@elmbrook.example";
    public const string MemberAddress = "ada@elmbrook.example";
    public const string OfficerAddress = "dora@elmbrook.example";
    public const string ClerkAddress = "cleo@elmbrook.example";
    public const string Server = "mx.elmbrook.example";
    public const string Subject = "Damp in the flats at Tanner Row";

    private MailScene(ComityApp app, string spool)
    {
        App = app;
        Spool = spool;
    }

    public ComityApp App { get; }
    public string Spool { get; }
    public Guid Member { get; private set; }
    public Guid OtherMember { get; private set; }
    public Guid Officer { get; private set; }
    public Guid Clerk { get; private set; }
    public Guid MonitoringOfficer { get; private set; }
    public Guid Housing { get; private set; }

    public static async Task<MailScene> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Dictionary<string, string?>? settings = null)
    {
        var spool = Directory.CreateTempSubdirectory("comity-mail-test-").FullName;
        var app = await ComityApp.StartAsync(
            kind,
            settings: new Dictionary<string, string?>
            {
                ["Comity:Mail:Host"] = "127.0.0.1",
                ["Comity:Mail:Port"] = "1",
                ["Comity:Mail:From"] = Council,
                ["Comity:Mail:StartTls"] = "false",
                ["Comity:Mail:In:Address"] = Council,
                ["Comity:Mail:In:Spool"] = spool,
                ["Comity:Mail:In:Server"] = Server,
            }
                .Concat(settings ?? [])
                .GroupBy(setting => setting.Key)
                .ToDictionary(setting => setting.Key, setting => setting.Last().Value)
        );
        var scene = new MailScene(app, spool);
        await app.TakeUpAsync();
        scene.Member = await app.AddPersonAsync("Ada Marsh", "member", "Councillor for Elm ward", MemberAddress);
        scene.OtherMember = await app.AddPersonAsync("Bram Holt", "member", "Councillor for Oak ward", "bram@elmbrook.example");
        scene.Clerk = await app.AddPersonAsync("Cleo Reed", "clerk", "Head of Democratic Services", ClerkAddress);
        scene.MonitoringOfficer = await app.AddPersonAsync("Mona Orr", "monitoring-officer", "Monitoring Officer", "mona@elmbrook.example");
        await scene.AddOfficerAsync();
        return scene;
    }

    public async Task<string> AskAsync(bool isSealed = false)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var viewer = await scope.ServiceProvider.GetRequiredService<Viewers>().OfAsync(Member, App.Clock.Today());
        var result = await scope
            .ServiceProvider.GetRequiredService<AskOfficer>()
            .ExecuteAsync(
                new AskOfficerRequest
                {
                    Kind = EnquiryKind.Enquiry,
                    Subject = Subject,
                    Question = "When will the flats at Tanner Row be surveyed for damp?",
                    ServiceAreaId = Housing,
                    Capacity = Capacity.Council,
                    Sealed = isSealed,
                    MemberId = Member,
                },
                viewer,
                CancellationToken.None
            );
        return result.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
    }

    /// <summary>The address by which somebody answers the notices of a matter.</summary>
    public async Task<string> AddressOfAsync(string reference, Guid person)
    {
        await using var db = App.OpenDatabase();
        var token = await db
            .ReplyAddresses.Where(row =>
                row.PersonId == person && db.Matters.Any(matter => matter.Id == row.MatterId && matter.Reference == reference)
            )
            .Select(row => row.Token)
            .SingleAsync();
        return $"council+{token}@elmbrook.example";
    }

    /// <summary>Hands an email over as the mail server's command does, and lets the service take it in.</summary>
    public async Task<IncomingMail> ReceiveAsync(
        string from,
        string to,
        string text,
        string subject = "A word",
        string? proof = "",
        string headers = "",
        string? messageId = null,
        string[]? deliveredTo = null
    )
    {
        var address = from[(from.LastIndexOf('<') + 1)..].TrimEnd('>');
        var letter = new StringBuilder();
        if (proof is not null)
        {
            letter.Append(
                CultureInfo.InvariantCulture,
                $"Authentication-Results: {Server}; {(proof.Length == 0 ? $"auth=pass smtp.auth={address}" : proof)}\n"
            );
        }

        letter.Append(
            CultureInfo.InvariantCulture,
            $"From: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: {messageId ?? $"<{Guid.CreateVersion7():N}@elsewhere.example>"}\n{headers}"
        );
        letter.Append(headers.Contains("\n\n", StringComparison.Ordinal) ? "" : "\n").Append(text);
        return await ReceiveAsync(Encoding.UTF8.GetBytes(letter.ToString()), deliveredTo ?? [address == Council ? to : Council]);
    }

    public async Task<IncomingMail> ReceiveAsync(byte[] letter, params string[] deliveredTo)
    {
        // Each a second after the one before, so that the last one is known.
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        using var stream = new MemoryStream(letter);
        await new MailSpool(Spool).PutAsync(stream, deliveredTo, App.Clock.GetUtcNow(), CancellationToken.None);
        await RunAsync();
        await using var db = App.OpenDatabase();
        return (await db.IncomingMail.AsNoTracking().ToListAsync()).OrderBy(mail => mail.ReceivedAt).ThenBy(mail => mail.Id).Last();
    }

    public Task RunAsync() => App.Services.GetRequiredService<JobHost>().RunDueAsync(App.Clock.Now);

    public async Task<IReadOnlyList<string>> SaidAsync(string reference, string kind)
    {
        await using var db = App.OpenDatabase();
        return await (
            from message in db.Messages
            join matter in db.Matters on message.MatterId equals matter.Id
            join content in db.Contents on message.ContentId equals content.Id
            where matter.Reference == reference && message.Kind == kind
            orderby message.SentAt
            select content.Text
        ).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Directory.Delete(Spool, recursive: true);
    }

    private async Task AddOfficerAsync()
    {
        await using var db = App.OpenDatabase();
        var from = new DateOnly(2024, 5, 1);
        var service = new ServiceArea
        {
            Id = Guid.CreateVersion7(),
            Name = "Housing",
            From = from,
        };
        var person = new Person
        {
            Id = Guid.CreateVersion7(),
            FullName = "Dora Penn",
            Email = OfficerAddress,
            RecordedAt = App.Clock.Now,
        };
        var office = new Office
        {
            Id = Guid.CreateVersion7(),
            Title = "Director of Housing",
            Role = "director",
            ServiceAreaId = service.Id,
            From = from,
        };
        db.AddRange(service, person, office);
        db.Add(
            new Holding
            {
                Id = Guid.CreateVersion7(),
                OfficeId = office.Id,
                PersonId = person.Id,
                From = from,
                RecordedAt = App.Clock.Now,
            }
        );
        await db.SaveChangesAsync();
        (Housing, Officer) = (service.Id, person.Id);
    }
}
