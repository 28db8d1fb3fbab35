[assembly: AssemblyFixture(typeof(Comity.Browser.Tests.Chromium))]
