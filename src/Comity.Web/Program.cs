using Comity.Web.Infrastructure;

var builder = WebApplication.CreateBuilder(args);
builder.AddComity();

var app = builder.Build();
await app.PrepareCouncilAsync();
await app.TakeUpTextsAsync();
app.UseComity();
await app.RunAsync();

/// <summary>Public so that tests can host the service in their own process.</summary>
public partial class Program;
