using Comity.Protocols;
using Comity.Service.Arrangements;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.Web.Tests;

/// <summary>The small council of <see cref="TestPeople"/> under the Wigan protocol, with its pages.</summary>
public sealed class WiganCouncil : IAsyncDisposable
{
    private WiganCouncil(ComityApp app, TestPeople people)
    {
        App = app;
        People = people;
    }

    public ComityApp App { get; }
    public TestPeople People { get; }

    public static Task<WiganCouncil> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite, Action<IServiceCollection>? services = null) =>
        StartAsync(kind, TestPeople.WiganTexts(), services);

    /// <summary>The same council under other texts.</summary>
    public static async Task<WiganCouncil> StartAsync(
        DatabaseKind kind,
        IReadOnlyCollection<SourceText> protocol,
        Action<IServiceCollection>? services = null
    )
    {
        var app = await ComityApp.StartAsync(kind, services: services);
        TestPeople people;
        await using (var db = app.OpenDatabase())
        {
            people = await TestPeople.AddAsync(db, app.Clock.Now);
        }

        var council = new WiganCouncil(app, people);
        var now = app.Clock.Now;
        app.Clock.Set(new DateTime(2025, 1, 6, 9, 0, 0, DateTimeKind.Utc));
        await council.DoAsync<TakeUpTexts, bool>(texts => texts.ExecuteAsync(protocol, Acting.Service, default));
        app.Clock.Set(now);
        return council;
    }

    /// <summary>Runs one thing of the service in a scope of its own, as a request would.</summary>
    public async Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<ComityDb, Task<T>> read) => DoAsync<ComityDb, T>(read);

    public Task<Visitor> AsAsync(Guid person) => App.SignedInAsync(person);

    public Task<Viewer> ViewerAsync(Guid person) => DoAsync<Viewers, Viewer>(viewers => viewers.OfAsync(person, App.Clock.Today()));

    /// <summary>A question of the member to Highways, unless the test says otherwise.</summary>
    public async Task<string> AskedAsync(Func<AskOfficerRequest, AskOfficerRequest>? change = null, Guid? by = null)
    {
        var request = new AskOfficerRequest
        {
            Kind = EnquiryKind.Enquiry,
            Subject = "Street light out in Mill Lane",
            Question = "When will the light outside the school be mended?",
            ServiceAreaId = People.Highways,
            WardId = People.EastWard,
            Capacity = Capacity.WardRepresentative,
            MemberId = People.Member,
        };
        var viewer = await ViewerAsync(by ?? People.Member);
        var result = await DoAsync<AskOfficer, AskOfficerResult>(ask =>
            ask.ExecuteAsync(change?.Invoke(request) ?? request, viewer, default)
        );
        return result.ShouldBeOfType<AskOfficerResult.Asked>().Reference;
    }

    public Task<int> MatterVersionAsync(string reference) =>
        ReadAsync(db => db.Matters.Where(matter => matter.Reference == reference).Select(matter => matter.Version).SingleAsync());

    public async Task ArrangeAsync(string key, string value) =>
        await ReadAsync(async db =>
        {
            db.Arrangements.Add(
                new Arrangement
                {
                    Id = Guid.CreateVersion7(),
                    Key = key,
                    Value = value,
                    AuthorPersonId = People.MonitoringOfficer,
                    Minute = "Council 12 March 2026, minute 41",
                    From = new DateOnly(2026, 3, 12),
                    RecordedAt = App.Clock.Now,
                }
            );
            return await db.SaveChangesAsync();
        });

    /// <summary>The director is called a chief officer here, over Highways.</summary>
    public Task<int> MakeDirectorChiefOfficerAsync() =>
        ReadAsync(db =>
            db.Offices.Where(office => office.Id == People.DirectorOffice)
                .ExecuteUpdateAsync(set => set.SetProperty(office => office.Role, "chief-officer"))
        );

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
