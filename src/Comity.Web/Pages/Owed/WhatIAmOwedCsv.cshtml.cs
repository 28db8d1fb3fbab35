using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIAmOwedCsvModel(OwedList owed, CurrentViewer current) : OwedCsvModel(owed, current, asDebtor: false);
