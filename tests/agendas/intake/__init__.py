"""The intake: documents of many forms to agendas."""
