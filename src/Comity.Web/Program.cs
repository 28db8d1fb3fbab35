using Comity.Web.Infrastructure;
using Comity.Web.Pages.Setup;

var builder = WebApplication.CreateBuilder(args);
builder.AddComity();

var app = builder.Build();
await app.PrepareCouncilAsync();
await app.TakeUpTextsAsync();
await app.AnnounceSetUpAsync();
app.UseComity();
await app.RunAsync();

/// <summary>Public so that tests can host the service in their own process.</summary>
public partial class Program;
