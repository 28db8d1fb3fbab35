using System.Text.Json;

namespace Comity.GovUk.Tests.Fixtures;

public sealed record Fixture(string Component, string Name, JsonElement Options, string Html);
