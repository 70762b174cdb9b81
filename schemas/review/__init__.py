"""What is made of finished interviews: classes, decisions, shared services, rates, figures."""
