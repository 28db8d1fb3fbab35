using System.Text;
using Comity.Service.Content;
using Comity.Service.Notifications;
using Comity.Testing;
using Comity.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests.Jobs;

public class MailDeliveryTests
{
    [Theory]
    [MemberData(nameof(BothDatabases.All), MemberType = typeof(BothDatabases))]
    public async Task Run_what_is_due_takes_the_letter_to_the_relay_once(DatabaseKind kind)
    {
        await using var relay = new SmtpSink();
        await using var app = await StartAsync(relay.Port, kind);
        var id = await PutAsync(app, "ada@elmbrook.example", "Antwort für Ada", "Grüße\n.line with a dot\n");

        await RunAsync(app);
        await RunAsync(app);

        var letter = relay.Letters.ShouldHaveSingleItem();
        letter.To.ShouldBe("<ada@elmbrook.example>");
        letter.From.ShouldBe("<comity@elmbrook.example>");
        letter.Text.ShouldContain("Auto-Submitted: auto-generated");
        await using var db = app.OpenDatabase();
        var row = await db.Outbox.SingleAsync(mail => mail.Id == id);
        row.SentAt.ShouldBe(app.Clock.Now);
        row.Attempts.ShouldBe(1);
        row.LastFailure.ShouldBeNull();
    }

    [Fact]
    public async Task Run_when_the_relay_refuses_keeps_the_letter_and_tries_later_and_later()
    {
        await using var relay = new SmtpSink { Refusal = "450 4.2.0 busy with nobody of that name" };
        await using var app = await StartAsync(relay.Port);
        var id = await PutAsync(app, "ada@elmbrook.example", "s", "b");

        await RunAsync(app);
        await using var db = app.OpenDatabase();
        var row = await db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id);
        row.SentAt.ShouldBeNull();
        row.Attempts.ShouldBe(1);
        row.LastFailure.ShouldNotBeNull().ShouldContain("nobody of that name");
        row.NotBefore.ShouldBe(app.Clock.Now.AddMinutes(1));

        await RunAsync(app);
        (await db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id)).Attempts.ShouldBe(1, "It is not due yet.");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(app);
        (await db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id)).NotBefore.ShouldBe(app.Clock.Now.AddMinutes(2));

        relay.Refusal = null;
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync(app);
        relay.Letters.Count.ShouldBe(1);
        (await db.Outbox.AsNoTracking().SingleAsync(mail => mail.Id == id)).LastFailure.ShouldBeNull();
    }

    [Fact]
    public async Task Run_when_the_relay_knows_no_such_address_keeps_its_word_and_does_not_try_again()
    {
        await using var relay = new SmtpSink { Refusal = "550 5.1.1 nobody of that name" };
        await using var app = await StartAsync(relay.Port);
        var id = await PutAsync(app, "ada@elmbrook.example", "s", "b");

        await RunAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await RunAsync(app);

        await using var db = app.OpenDatabase();
        var row = await db.Outbox.SingleAsync(mail => mail.Id == id);
        row.SentAt.ShouldBeNull();
        row.RefusedAt.ShouldNotBeNull();
        row.Attempts.ShouldBe(1);
        row.LastFailure.ShouldNotBeNull().ShouldContain("5.1.1 nobody of that name");
        app.Log.Lines.ShouldAllBe(line => !line.Contains("nobody of that name", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_a_notice_about_a_sealed_matter_finds_its_address_and_then_forgets_it()
    {
        await using var relay = new SmtpSink();
        await using var app = await StartAsync(relay.Port);
        var id = await PutSealedAsync(app, "ada@elmbrook.example");

        await RunAsync(app);

        relay.Letters.ShouldHaveSingleItem().To.ShouldBe("<ada@elmbrook.example>");
        await using var db = app.OpenDatabase();
        var row = await db.Outbox.SingleAsync(mail => mail.Id == id);
        row.SentAt.ShouldBe(app.Clock.Now);
        row.SealedAddress.ShouldBeNull();
        row.ToAddress.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("450 4.2.0 busy")]
    public async Task Run_a_notice_with_a_meeting_brings_it_and_keeps_it_only_until_it_has_left(string? refusal)
    {
        await using var relay = new SmtpSink { Refusal = refusal };
        await using var app = await StartAsync(relay.Port);
        var id = await PutAsync(app, "ada@elmbrook.example", "s", "b");
        await using (var db = app.OpenDatabase())
        {
            (await db.Outbox.SingleAsync(row => row.Id == id)).Calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
            await db.SaveChangesAsync();
        }

        await RunAsync(app);

        await using var after = app.OpenDatabase();
        ((await after.Outbox.SingleAsync(row => row.Id == id)).Calendar is null).ShouldBe(refusal is null);
    }

    [Fact]
    public async Task Run_a_notice_about_a_sealed_matter_that_the_relay_refuses_keeps_the_relays_words_out()
    {
        await using var relay = new SmtpSink { Refusal = "450 4.2.0 ada@elmbrook.example is busy" };
        await using var app = await StartAsync(relay.Port);
        var id = await PutSealedAsync(app, "ada@elmbrook.example");

        await RunAsync(app);

        await using var db = app.OpenDatabase();
        var row = await db.Outbox.SingleAsync(mail => mail.Id == id);
        row.SentAt.ShouldBeNull();
        row.SealedAddress.ShouldNotBeNull();
        row.LastFailure.ShouldBe("The relay did not take it. 450");
    }

    [Fact]
    public async Task Run_with_one_bad_address_still_sends_the_others()
    {
        await using var relay = new SmtpSink();
        await using var app = await StartAsync(relay.Port);
        await PutAsync(app, "not an address", "s", "b");
        await PutAsync(app, "ada@elmbrook.example", "s", "b");

        await RunAsync(app);

        relay.Letters.ShouldHaveSingleItem().To.ShouldBe("<ada@elmbrook.example>");
    }

    [Fact]
    public async Task Put_a_line_break_into_a_subject_adds_no_header()
    {
        await using var relay = new SmtpSink();
        await using var app = await StartAsync(relay.Port);
        var id = await PutAsync(app, "ada@elmbrook.example", "s\r\nBcc: eve@elsewhere.example", "b");

        await RunAsync(app);

        relay.Letters.ShouldAllBe(letter => !letter.Text.Contains("\nBcc:", StringComparison.OrdinalIgnoreCase));
        await using var db = app.OpenDatabase();
        (await db.Outbox.SingleAsync(mail => mail.Id == id)).SentAt.ShouldBeNull();
    }

    [Fact]
    public async Task Run_without_a_relay_leaves_letters_where_they_are()
    {
        await using var app = await ComityApp.StartAsync(fictional: false);
        app.NewVisitor();
        await PutAsync(app, "ada@elmbrook.example", "s", "b");

        await RunAsync(app);

        await using var db = app.OpenDatabase();
        (await db.Outbox.SingleAsync()).Attempts.ShouldBe(0);
    }

    [Fact]
    public async Task Run_with_a_job_that_fails_runs_the_others_and_logs_it()
    {
        await using var relay = new SmtpSink();
        await using var app = await StartAsync(relay.Port, services: services => services.AddScoped<IDueJob, Broken>());
        await PutAsync(app, "ada@elmbrook.example", "s", "b");

        await RunAsync(app);

        relay.Letters.Count.ShouldBe(1);
        app.Log.Lines.ShouldContain(line => line.Contains("The job Broken failed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(8, 256)]
    [InlineData(9, 360)]
    [InlineData(1000, 360)]
    public void Wait_after_a_failure_doubles_up_to_six_hours(int attempts, int minutes) =>
        MailDelivery.Wait(attempts).ShouldBe(TimeSpan.FromMinutes(minutes));

    private static async Task<ComityApp> StartAsync(
        int port,
        DatabaseKind kind = DatabaseKind.Sqlite,
        Action<IServiceCollection>? services = null
    )
    {
        var app = await ComityApp.StartAsync(
            kind,
            fictional: false,
            settings: new()
            {
                ["Comity:Mail:Host"] = "127.0.0.1",
                ["Comity:Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Comity:Mail:From"] = "comity@elmbrook.example",
                ["Comity:Mail:StartTls"] = "false",
            },
            services: services
        );
        app.NewVisitor();
        return app;
    }

    private static Task RunAsync(ComityApp app) => app.Services.GetRequiredService<JobHost>().RunDueAsync(app.Clock.Now);

    private static async Task<Guid> PutAsync(ComityApp app, string to, string subject, string body)
    {
        await using var db = app.OpenDatabase();
        var mail = new OutboxMail
        {
            Id = Guid.CreateVersion7(),
            ToPersonId = Guid.CreateVersion7(),
            ToAddress = to,
            Subject = subject,
            Body = body,
            CreatedAt = app.Clock.Now,
            NotBefore = app.Clock.Now,
        };
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    }

    private static async Task<Guid> PutSealedAsync(ComityApp app, string to)
    {
        var keys = app.Services.GetRequiredService<CouncilKeyRing>();
        var id = await PutAsync(app, "", "s", "b");
        await using var db = app.OpenDatabase();
        var mail = await db.Outbox.SingleAsync(row => row.Id == id);
        mail.SealedAddress = keys.Current.Seal(Notices.SealedAddressPurpose, Encoding.UTF8.GetBytes(to));
        await db.SaveChangesAsync();
        return id;
    }

    private sealed class Broken : IDueJob
    {
        public Task RunDueAsync(DateTime now, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("broken on purpose");
    }
}
